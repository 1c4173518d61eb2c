--TEST--
ServerSocket: connections go to listeners or to accept(), and mixing is refused by name
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, await, suspend};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$uri = 'tcp://' . $server->localAddress();
echo net_failure(fn () => $server->on('connexion', 'strlen'));
echo net_failure(fn () => $server->off('data'));
echo net_failure(fn () => $server->once('close', 'no_such_function'));

$waiting = async(fn () => $server->accept());
suspend();
echo preg_replace('~ at /\S+:\d+~', ' at FILE', net_failure(fn () => $server->on('connection', fn () => 0)));
$server->on('error', fn () => 0)->off('error');
Socket::connect($uri);
echo get_class(await($waiting)), "\n";

$got = 0;
$listener = function () use (&$got): void { $got++; };
$server->once('connection', $listener);
echo net_failure(fn () => $server->accept(0.0));
foreach ([1, 2] as $i) {
    Socket::connect($uri);
}
echo get_class($server->accept()), " $got\n";
$server->on('connection', $listener)->off('connection', fn () => 0);
echo net_failure(function () use ($server) { foreach ($server as $x); });
$server->off('connection', $listener);
echo net_failure(fn () => $server->accept(0.001));
?>
--EXPECT--
ValueError: Evloop\ServerSocket::on(): Argument #1 ($event) must be "connection", "error" or "close", "connexion" given
ValueError: Evloop\ServerSocket::off(): Argument #1 ($event) must be "connection", "error" or "close", "data" given
TypeError: Evloop\ServerSocket::once(): Argument #2 ($listener) must be a valid callback, function "no_such_function" not found or invalid function name
Evloop\PendingOperationException: on(): another operation on 127.0.0.1:PORT is pending: accept() in coroutine #1 at FILE; this is on() in {main} at FILE, called at FILE, called at FILE
Evloop\Socket
LogicException: accept(): the connections go to the listeners of "connection"; take them off() to accept yourself
Evloop\Socket 1
LogicException: accept(): the connections go to the listeners of "connection"; take them off() to accept yourself
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.001 seconds
