<?php
/**
 * STARTTLS, as in SMTP: a connection begins in plain and goes on encrypted. Both ends in one script; bytes that come in plain behind the
 * command would be refused, since anybody in between could have added them.
 *
 *     php -d extension=evloop examples/starttls.php
 */
use Evloop\{ServerSocket, Socket, TlsOptions};
use function Evloop\async;

$key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
openssl_x509_export(openssl_csr_sign(openssl_csr_new(['commonName' => 'mail'], $key), null, $key, 1), $certificate);
openssl_pkey_export($key, $private);
$file = tempnam(sys_get_temp_dir(), 'starttls');
file_put_contents($file, $certificate . $private);
$server_tls = new TlsOptions(local_cert: $file);
$client_tls = new TlsOptions(cafile: $file, verify_peer_name: false); // this one certificate, whatever it is called
unlink($file);                                                        // read once, and by now

$server = ServerSocket::listen('tcp://127.0.0.1:0');
async(function () use ($server, $server_tls) {
    $socket = $server->accept();
    $socket->write("220 mail.example\n");
    while (($command = $socket->readLine()) !== null) {
        if ($command === 'STARTTLS') {
            $socket->write("220 go ahead\n");
            $socket->startTls($server_tls);
        } else {
            $socket->write('250 ' . ($socket->tls() ? 'nobody else heard ' : 'everybody heard ') . "$command\n");
        }
    }
    $socket->end();
});

$socket = Socket::connect('tcp://' . $server->localAddress());
echo $socket->readLine(), "\n";
foreach (['EHLO', 'STARTTLS', 'AUTH'] as $command) {
    $socket->write("$command\n");
    echo "$command: ", $socket->readLine(), "\n";
    if ($command === 'STARTTLS') {
        $socket->startTls($client_tls);
    }
}
$socket->end();
$server->close();
