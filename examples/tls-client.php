<?php
/**
 * A TLS client that trusts one authority and nobody else, as between machines of one's own: what a stranger signed is
 * refused, whoever the system trusts. Prints what TLS agreed on and the answer's head.
 *
 *     php -d extension=evloop examples/tls-client.php HOST:PORT [AUTHORITY.pem]      (without a file: whom the system trusts)
 */
use Evloop\{ConnectOptions, Socket, TlsException, TlsOptions};

[, $address, $authority] = $argv + [1 => 'localhost:8443', null];
$tls = new TlsOptions(cafile: $authority, capture_peer_cert: true, alpn_protocols: ['http/1.1']);
try {
    $socket = Socket::connect("tls://$address", new ConnectOptions(tls: $tls));
} catch (TlsException $refusal) {
    exit($refusal->getMessage() . "\n");
}
$info = $socket->tls();
echo "$info->protocol, $info->cipher, ", $info->alpn ?? 'no protocol by ALPN', "\n";
echo 'SHA-256 of the certificate: ', openssl_x509_fingerprint($info->peerCertificate, 'sha256'), "\n";
$socket->write("GET / HTTP/1.1\r\nHost: $address\r\nConnection: close\r\n\r\n");
while (($line = $socket->readLine()) !== null && $line !== '') {
    echo "$line\n";
}
