--TEST--
UDP: two who receive at once get a PendingOperationException that names both; listeners and receive() do not mix
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\DatagramSocket;
use function Evloop\{async, await, delay};

$socket = DatagramSocket::bind('udp://127.0.0.1:0');
function first($socket) { return $socket->receive(); }
$first = async(first(...), $socket)->setName('the first');
delay(0);
$says = fn (callable $call): string => preg_replace('~ at \S*/(\w+)\.php:~', ' at $1:', net_failure($call));
echo $says(fn () => $socket->receive());
echo $says(fn () => $socket->on('message', fn () => null));
$socket->on('close', fn () => print("closed\n"));
$socket->send('for the first', $socket->localAddress());
echo await($first)->data, "\n";
$socket->on('message', fn () => null);
echo $says(fn () => $socket->receive());
$socket->close();
?>
--EXPECTF--
Evloop\PendingOperationException: receive(): another operation on 127.0.0.1:PORT is pending: receive() in coroutine #%d "the first" at udp_two_receivers:%d; this is receive() in {main} at udp_two_receivers:%d, called at %s:%d, called at %s
Evloop\PendingOperationException: on(): another operation on 127.0.0.1:PORT is pending: receive() in coroutine #%d "the first" at udp_two_receivers:%d; this is on() in {main} at udp_two_receivers:%d, called at %s
for the first
LogicException: receive(): what comes goes to the listeners of "message" and "error"; take them off() to receive it yourself
closed
