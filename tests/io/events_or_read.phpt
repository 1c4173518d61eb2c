--TEST--
Listening to "data" and read() exclude each other; unknown events, and pause() and resume() while nobody listens
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\{async, await, suspend};

[$socket, $peer] = net_pair();
echo net_failure(fn () => $socket->on('Data', fn () => 0));
echo net_failure(fn () => $socket->once("data\0", fn () => 0));
echo net_failure(fn () => $socket->off('message'));
echo net_failure(fn () => $socket->on('data', 'nothing'));
$waiting = async(fn () => $socket->read());
suspend();
echo preg_replace('~ at /\S+:\d+~', ' at FILE', net_failure(fn () => $socket->on('data', fn () => 0)));
$socket->on('end', fn () => 0)->on('close', fn () => 0)->off('end')->off('close');
$peer->write('read');
echo await($waiting), "\n";

$listener = fn ($data) => print("$data\n");
$socket->on('data', $listener);
foreach (['read', 'readLine', 'readAll'] as $method) {
    echo net_failure(fn () => $socket->$method());
}
echo net_failure(fn () => $socket->readExactly(1));
echo net_failure(fn () => $socket->pipeTo($peer));
echo net_failure(function () use ($socket) { foreach ($socket as $x); });
$peer->write('event');
Evloop\delay(0.005);
$socket->off('data', $listener)->pause()->resume();
$peer->write('read again');
echo $socket->read(), "\n";
?>
--EXPECT--
ValueError: Evloop\Stream::on(): Argument #1 ($event) must be "data", "end", "drain", "error" or "close", "Data" given
ValueError: Evloop\Stream::once(): Argument #1 ($event) must be "data", "end", "drain", "error" or "close", "data" given
ValueError: Evloop\Stream::off(): Argument #1 ($event) must be "data", "end", "drain", "error" or "close", "message" given
TypeError: Evloop\Stream::on(): Argument #2 ($listener) must be a valid callback, function "nothing" not found or invalid function name
Evloop\PendingOperationException: on(): another operation on 127.0.0.1:PORT is pending: read() in coroutine #2 at FILE; this is on() in {main} at FILE, called at FILE, called at FILE
read
LogicException: read(): what comes goes to the listeners of "data"; take them off() to read it yourself
LogicException: readLine(): what comes goes to the listeners of "data"; take them off() to read it yourself
LogicException: readAll(): what comes goes to the listeners of "data"; take them off() to read it yourself
LogicException: readExactly(): what comes goes to the listeners of "data"; take them off() to read it yourself
LogicException: pipeTo(): what comes goes to the listeners of "data"; take them off() to read it yourself
LogicException: read(): what comes goes to the listeners of "data"; take them off() to read it yourself
event
read again
