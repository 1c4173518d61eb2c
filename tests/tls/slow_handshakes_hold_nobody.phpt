--TEST--
A TLS server: those who say nothing, a byte at a time, or no TLS hold nobody, end with their time, and are told by "error"
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{ConnectOptions, ListenOptions, ServerSocket, Socket, Timeouts, TlsOptions};
use function Evloop\{async, await, delay};

$pki = Certificates::usual();
$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $pki->pem('server')), timeouts: new Timeouts(handshake: 3.0)));
$address = $server->localAddress();
$errors = [];
$server->on('error', function (Throwable $error) use (&$errors) {
	$errors[] = get_class($error) . ': ' . preg_replace('~:\d+~', ':PORT', $error->getMessage());
});
$silent = array_map(fn () => Socket::connect("tcp://$address"), range(1, 100));
$slow = Socket::connect("tcp://$address");
async(function () use ($slow) {
	foreach (str_split("\x16\x03\x01\x02\x00\x01" . str_repeat("\0", 200)) as $byte) {
		if (!$slow->isWritable()) {
			break;
		}
		$slow->write($byte);
		delay(0.05);
	}
});
$http = Socket::connect("tcp://$address");
$http->write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
$noise = Socket::connect("tcp://$address");
$noise->write("EHLO example\r\n");
$gone = Socket::connect("tcp://$address");
$gone->close();

$served = async(function () use ($server) {
	for ($i = 0; $i < 20; $i++) {
		$server->accept()->end("hello $i");
	}
});
$options = new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root')));
for ($i = 0; $i < 20; $i++) {
	$got = Socket::connect("tls://$address", $options)->readAll();
}
await($served);
echo $got, ', ', preg_grep('~TimeoutException~', $errors) ? 'after them' : 'meanwhile', "\n";
foreach ($silent as $socket) {
	$socket->read();
}
var_dump($http->read());
while (count($errors) < 104) {
	delay(0.01);
}
$told = array_count_values($errors);
ksort($told);
print_r($told);
$server->close();
?>
--EXPECT--
hello 19, meanwhile
NULL
Array
(
    [Evloop\TimeoutException: accept from 127.0.0.1:PORT failed: the TLS handshake was not done within 3 seconds] => 101
    [Evloop\TlsException: accept from 127.0.0.1:PORT failed: the client speaks HTTP without TLS] => 1
    [Evloop\TlsException: accept from 127.0.0.1:PORT failed: the peer closed the connection in the handshake] => 1
    [Evloop\TlsException: accept from 127.0.0.1:PORT failed: what came is no TLS] => 1
)
