--TEST--
startTls(): bytes that came in plain, a reader, listeners, a second start, no name, no certificate and a closed socket are refused
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/certificates.inc';
use Evloop\{Socket, TlsOptions};
use function Evloop\{async, await, delay};

$pki = Certificates::usual();
$secret = new TlsOptions(local_cert: $pki->pem('server'));
$trust = new TlsOptions(cafile: $pki->crt('root'), peer_name: 'localhost');

[$one, $two] = Socket::pair();
$one->write("STARTTLS\nRCPT TO: <victim@example>\n"); // the second line was slipped in
echo $two->readLine(), ': ', tls_failure(fn () => $two->startTls($secret));
echo $two->readLine(), "\n";

echo tls_failure(fn () => $one->startTls(new TlsOptions(cafile: $pki->crt('root'))));
echo tls_failure(fn () => $two->startTls());

$reading = async(fn () => $one->read());
delay(0.001);
echo preg_replace('~is pending: read\(\).*~', 'is pending', tls_failure(fn () => $one->startTls($trust)));
$two->write('x');
await($reading);
$one->on('data', $listener = fn () => null);
echo tls_failure(fn () => $one->startTls($trust));
$one->off('data', $listener);

$ready = async(fn () => $two->startTls($secret));
$one->startTls($trust);
await($ready);
echo tls_failure(fn () => $one->startTls($trust));
echo tls_failure(fn () => $one->sendHandle($two));
echo tls_failure(fn () => Socket::pair()[0]->sendHandle($one));
$one->close();
echo tls_failure(fn () => $one->startTls($trust)), tls_failure(fn () => $one->tls());
?>
--EXPECT--
STARTTLS: Evloop\TlsException: startTls() on Evloop\Socket failed: the peer sent bytes in plain before the handshake: they may be anybody's
RCPT TO: <victim@example>
Evloop\TlsException: TLS: nobody says whom to expect: give TlsOptions a peer_name, or verify_peer_name: false
Evloop\TlsException: TlsOptions: a server needs a certificate: local_cert, or SNI_server_certs
Evloop\PendingOperationException: startTls(): another operation on Evloop\Socket is pending
LogicException: startTls(): what comes goes to the listeners of "data"; take them off() to read it yourself
LogicException: startTls() on Evloop\Socket: it is encrypted already
Evloop\SocketException: sendHandle() on Evloop\Socket, which is encrypted, failed: operation not supported on socket (ENOTSUP)
Evloop\TlsException: sendHandle() of Evloop\Socket: it is encrypted, and its keys cannot go along; hand it over before startTls()
Evloop\ClosedException: startTls(): the stream to Evloop\Socket is closed
Evloop\ClosedException: tls(): the stream to Evloop\Socket is closed
