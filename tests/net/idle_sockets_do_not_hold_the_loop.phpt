--TEST--
What is open and idle does not keep the loop alive: not a listening server, not a socket that was read from
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, ServerSocket};
use function Evloop\async;

$server = ServerSocket::listen('tcp://127.0.0.1:0');
[$client, $accepted] = net_pair();
async(function () use ($accepted, $client) {
    echo $accepted->read(), "\n";
    $client->write('kept');
});
$client->write('hello');
Loop::run();
echo "idle\n";
async(fn () => net_failure(fn () => $server->accept(0.01)));
Loop::run();
async(fn () => $server->accept());
async(function () use ($accepted) { Evloop\delay(0.005); stream_socket_client('tcp://' . $GLOBALS['server']->localAddress()); });
Loop::run();
echo $client->getBufferedBytes(), "\n";
?>
--EXPECT--
hello
idle
0
