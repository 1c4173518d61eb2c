--TEST--
Channel: trySend() and tryReceive() do not wait, and do not go ahead of those who do
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Channel;
use function Evloop\{async, delay};

$channel = new Channel;
var_dump($channel->trySend(1), $channel->tryReceive($value), $value);

$channel = new Channel(1);
var_dump($channel->trySend('a'), $channel->trySend('b'));
async(fn () => $channel->send('waits'));
delay(0);
var_dump($channel->tryReceive($value), $value, $channel->trySend('overtakes'), $channel->receive(), $channel->tryReceive($value));

// What was sent to a receiver that waits is that receiver's, though it has not had its turn yet.
$receiver = async(fn () => $channel->receive());
delay(0);
$channel->send('first');
$channel->send('second');
var_dump($channel->tryReceive($value), $value, $receiver->await());
?>
--EXPECT--
bool(false)
bool(false)
NULL
bool(true)
bool(false)
bool(true)
string(1) "a"
bool(false)
string(5) "waits"
bool(false)
bool(true)
string(6) "second"
string(5) "first"
