--TEST--
startTls(): after lines in plain, a connected socket is the client and an accepted one the server; of a pair() the second one
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/certificates.inc';
use Evloop\{ServerSocket, Socket, TlsOptions};
use function Evloop\{async, await};

$pki = Certificates::usual();
$secret = new TlsOptions(local_cert: $pki->pem('server'));
$listening = ServerSocket::listen('tcp://127.0.0.1:0');
$server = async(function () use ($listening, $secret) {
	$socket = $listening->accept();
	$line = $socket->readLine();
	echo "server: $line\n";
	$socket->write("220 go ahead\n"); // sent before the handshake, since it was written before
	$socket->startTls($secret);
	$line = $socket->readLine();
	echo "server: $line, {$socket->tls()->protocol}\n";
	$socket->write("in secret, too\n");
	$socket->end();
});
$client = Socket::connect('tcp://localhost:' . explode(':', $listening->localAddress())[1]);
var_dump($client->tls());
$client->write("STARTTLS\n");
$line = $client->readLine();
echo "client: $line\n";
$client->startTls(new TlsOptions(cafile: $pki->crt('root'))); // verifies "localhost", that it was asked to connect to
$client->write("in secret\n");
$line = $client->readLine();
echo "client: $line\n";
var_dump($client->read());
await($server);

[$one, $two] = Socket::pair();
$ready = async(fn () => $two->startTls($secret));
$one->startTls(new TlsOptions(cafile: $pki->crt('root'), peer_name: 'localhost'));
await($ready);
$two->write('over a Unix socket');
echo $one->read(), "\n";
?>
--EXPECT--
NULL
server: STARTTLS
client: 220 go ahead
server: in secret, TLSv1.3
client: in secret, too
NULL
over a Unix socket
