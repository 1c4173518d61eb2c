--TEST--
A host may be a name; one that does not exist is a DnsException
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (gethostbyname('localhost') === 'localhost') die('skip this system does not know localhost');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket};

$server = ServerSocket::listen('tcp://localhost:0');
$address = $server->localAddress();
echo preg_replace('/\d+$/', 'PORT', $address) === '127.0.0.1:PORT' || str_starts_with($address, '[::1]:') ? "loopback\n" : $address;
preg_match('/\d+$/', $address, $port);
$client = Socket::connect("tcp://localhost:$port[0]");
$server->accept()->write('found');
echo $client->read(), "\n";

foreach ([fn () => Socket::connect('tcp://no.such.host.invalid:80'), fn () => ServerSocket::listen('tcp://no.such.host.invalid:0')] as $call) {
    try {
        $call();
    } catch (Evloop\DnsException $e) {
        echo preg_replace('/failed: .*/', 'failed', $e->getMessage()), ' ', str_starts_with($e->name, 'EAI_') ? 'EAI' : $e->name, "\n";
    }
}
?>
--EXPECT--
loopback
found
connect tcp://no.such.host.invalid:80 failed EAI
listen on tcp://no.such.host.invalid:0 failed EAI
