--TEST--
connect() and startTls(): a server that says nothing, cancelling, a close meanwhile, and a peer that is gone end the handshake
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{ConnectOptions, ServerSocket, Socket, StreamOptions, Timeouts, TlsOptions};
use function Evloop\{async, delay, timeout};

$pki = Certificates::usual();
$server = ServerSocket::listen('tcp://127.0.0.1:0');
$uri = 'tls://' . $server->localAddress();
$quick = new ConnectOptions(timeouts: new Timeouts(handshake: 0.05));
echo tls_failure(fn () => Socket::connect($uri, $quick));
echo tls_failure(fn () => timeout(0.05, fn () => Socket::connect($uri)));

$leaving = async(function () use ($server) {
	while ($socket = $server->accept()) {
		$socket->read();
		$socket->close();
	}
});
echo tls_failure(fn () => Socket::connect($uri));
$server->close();

[$one, $two] = Socket::pair();
$handshake = async(fn () => tls_failure(fn () => $one->startTls(new TlsOptions(peer_name: 'a'))));
delay(0.01);
var_dump($one->tls());
$one->write('waits');
echo preg_replace('~ in coroutine.*~', '', tls_failure(fn () => $one->read()));
$one->close();
echo $handshake->await();

// Never before a byte is sent.
echo tls_failure(fn () => Socket::connect('tls://127.0.0.1:1', new ConnectOptions(tls: new TlsOptions(ciphers: 'NONSENSE'))));
echo tls_failure(fn () => ServerSocket::listen('tls://127.0.0.1:0'));
echo tls_failure(fn () => Socket::connect('tls://127.0.0.1:1'));
?>
--EXPECT--
Evloop\TimeoutException: connect tls://127.0.0.1:PORT failed: the TLS handshake was not done within 0.05 seconds
Evloop\TimeoutException: Not done within 0.05 seconds
Evloop\TlsException: connect tls://127.0.0.1:PORT failed: the peer closed the connection in the handshake
NULL
Evloop\PendingOperationException: read(): another operation on Evloop\Socket is pending: startTls()
Evloop\ClosedException: startTls(): the stream to Evloop\Socket was closed meanwhile
ValueError: Evloop\TlsOptions::__construct(): Argument #10 ($ciphers) must be a list of ciphers that OpenSSL knows, not "NONSENSE"
Evloop\TlsException: TlsOptions: a server needs a certificate: local_cert, or SNI_server_certs
Evloop\SocketException: connect tls://127.0.0.1:1 failed: connection refused (ECONNREFUSED)
