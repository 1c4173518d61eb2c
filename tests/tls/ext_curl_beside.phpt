--TEST--
PHP's curl uses OpenSSL, too: requests of both in turns, failures among them
--EXTENSIONS--
evloop
openssl
curl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
require dirname(__DIR__) . '/include/server.inc';
use Evloop\{ConnectOptions, Socket, TlsOptions};

$pki = Certificates::usual();
$server = new TestServer(dirname(__DIR__, 2) . '/examples/https-server.php', '127.0.0.1:0', $pki->pem('server'), $pki->key('server'));
$ours = function (string $ca) use ($server): string {
    $socket = Socket::connect("tls://localhost:$server->port", new ConnectOptions(tls: new TlsOptions(cafile: $ca)));
    $socket->write("GET /ours HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    return trim(strrchr($socket->readAll(), "\n\r\n") ?: '') ?: 'answered';
};
$theirs = function (string $ca) use ($server): string {
    $curl = curl_init("https://localhost:$server->port/curl");
    curl_setopt_array($curl, [CURLOPT_CAINFO => $ca, CURLOPT_RETURNTRANSFER => true]);
    return trim((string) curl_exec($curl)) ?: (curl_errno($curl) === 60 ? 'refused' : curl_error($curl));
};
for ($i = 0; $i < 2; $i++) {
    foreach (['root', 'client'] as $name) {
        echo $theirs($pki->crt($name)), "\n";
        while (openssl_error_string() !== false); // curl leaves some
        echo tls_failure(fn () => $ours($pki->crt($name)));
        var_dump(openssl_error_string());
    }
}
$server->stop();
?>
--EXPECT--
Hello, this is /curl, encrypted.
fine: answered
bool(false)
refused
Evloop\TlsException: connect tls://localhost:PORT failed: the certificate was refused: unable to get local issuer certificate (CN=middle)
bool(false)
Hello, this is /curl, encrypted.
fine: answered
bool(false)
refused
Evloop\TlsException: connect tls://localhost:PORT failed: the certificate was refused: unable to get local issuer certificate (CN=middle)
bool(false)
