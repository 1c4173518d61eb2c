--TEST--
A paused server accepts nothing; what waits is accepted after resume()
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\ServerSocket;
use function Evloop\async;

$server = ServerSocket::listen('tcp://127.0.0.1:0');
var_dump($server->pause() === $server);
$client = stream_socket_client('tcp://' . $server->localAddress());
echo net_failure(fn () => $server->accept(0.01));
echo preg_replace('/;.*/s', '', net_failure(fn () => $server->accept())), "\n";
async(fn () => $server->resume());
$server->accept()->end('hello');
Evloop\suspend();
echo stream_get_contents($client), "\n";
?>
--EXPECT--
bool(true)
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.01 seconds
Evloop\DeadlockException: Nothing is left that could end accept()

hello
