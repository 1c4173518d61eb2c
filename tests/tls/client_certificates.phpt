--TEST--
A server with a cafile insists on a certificate, and says why it refuses one
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
use Evloop\{ConnectOptions, Deferred, ListenOptions, ServerSocket, Socket, TlsOptions};
use function Evloop\await;

$pki = Certificates::usual();
$pki->make('expired', 'middle', ['to' => -10, 'names' => ['DNS:client.example']]);
$pki->make('for servers', 'middle', ['extended' => ['serverAuth']]);
$pki->make('stranger', null, ['ca' => true]);
$pki->make('unknown', 'stranger', ['names' => ['DNS:client.example']]);

function attempt(array $client, array $server): void
{
    global $pki;
    $refused = new Deferred;
    $listening = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(...$server + ['local_cert' => $pki->pem('server')])));
    $listening->on('error', fn ($error) => $refused->resolve('server: ' . preg_replace('~127\.0\.0\.1:\d+|a client that is gone~', 'ADDRESS', $error->getMessage())));
    $listening->on('connection', function (Socket $socket) {
        $subject = openssl_x509_parse($socket->tls()->peerCertificate ?? '')['subject']['CN'] ?? 'nobody';
        $socket->write("hello $subject");
        $socket->end();
    });
    try {
        $socket = Socket::connect('tls://' . $listening->localAddress(), new ConnectOptions(tls: new TlsOptions(...$client + ['cafile' => $pki->crt('root')])));
        echo $socket->readAll(), "\n";
    } catch (Evloop\TlsException $error) {
        echo await($refused->promise(), 5 * (int) (getenv('EVLOOP_TEST_SLOW') ?: 1)), "\n   client: ", preg_replace('~127\.0\.0\.1:\d+|a client that is gone~', 'ADDRESS', $error->getMessage()), "\n";
    }
    $listening->close();
}
$strict = ['cafile' => $pki->crt('root'), 'capture_peer_cert' => true];
attempt([], ['capture_peer_cert' => true]);
attempt([], $strict);
attempt(['local_cert' => $pki->pem('client')], $strict);
foreach (['expired', 'for servers', 'unknown', 'stranger'] as $name) {
    attempt(['local_cert' => $pki->pem($name)], $strict);
}
attempt(['local_cert' => $pki->pem('client')], $strict + ['peer_name' => 'client.example']);
attempt(['local_cert' => $pki->pem('client')], $strict + ['peer_name' => 'other.example']);
attempt(['local_cert' => $pki->pem('client')], $strict + ['peer_name' => 'other.example', 'verify_peer_name' => false]);
attempt([], $strict + ['verify_peer' => false]);
?>
--EXPECT--
hello nobody
server: accept from ADDRESS failed: peer did not return a certificate
   client: readAll() from ADDRESS failed: the peer refused: tlsv13 alert certificate required
hello client
server: accept from ADDRESS failed: the certificate was refused: certificate has expired (CN=expired)
   client: readAll() from ADDRESS failed: the peer refused: certificate expired
server: accept from ADDRESS failed: the certificate was refused: unsuitable certificate purpose (CN=for servers)
   client: readAll() from ADDRESS failed: the peer refused: unsupported certificate
server: accept from ADDRESS failed: the certificate was refused: unable to get local issuer certificate (CN=unknown)
   client: readAll() from ADDRESS failed: the peer refused: unknown CA
server: accept from ADDRESS failed: the certificate was refused: self-signed certificate (CN=stranger)
   client: readAll() from ADDRESS failed: the peer refused: unknown CA
hello client
server: accept from ADDRESS failed: the certificate was refused: the certificate is not for "other.example": it is for "client.example"
   client: readAll() from ADDRESS failed: the peer refused: bad certificate
hello client
hello nobody
