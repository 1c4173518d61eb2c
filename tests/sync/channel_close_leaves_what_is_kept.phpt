--TEST--
Channel: after close() what is kept is received, everything else throws, who waits as well
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, ChannelClosedException};
use function Evloop\{async, await, delay};

function outcome(callable $call): string
{
    try {
        return json_encode($call());
    } catch (ChannelClosedException $e) {
        return $e->getMessage() . ($e->getPrevious() ? ' since ' . $e->getPrevious()->getMessage() : '');
    }
}
$channel = new Channel(2);
$channel->send(1);
$channel->send(2);
$sender = async(fn () => outcome(fn () => $channel->send(3)));
delay(0);
$channel->close();
$channel->close(new Exception('too late to be the reason'));
var_dump($channel->isClosed());
echo await($sender), "\n";
echo outcome(fn () => $channel->send(4)), "\n", outcome(fn () => $channel->trySend(4)), "\n";
echo outcome(fn () => $channel->receive()), outcome(function () use ($channel, &$two) {
    return $channel->tryReceive($two);
}), $two, "\n";
echo outcome(fn () => $channel->receive()), "\n", outcome(fn () => $channel->tryReceive($two)), "\n";

$channel = new Channel;
$receivers = [async(fn () => outcome(fn () => $channel->receive())), async(fn () => outcome(fn () => $channel->receive(1.0)))];
delay(0);
$channel->close(new Exception('the reason'));
echo implode("\n", array_map(await(...), $receivers)), "\n", outcome(fn () => $channel->send(1)), "\n";
?>
--EXPECT--
bool(true)
Channel::send(): the channel is closed
Channel::send(): the channel is closed
Channel::trySend(): the channel is closed
1true2
Channel::receive(): the channel is closed
Channel::tryReceive(): the channel is closed
Channel::receive(): the channel is closed since the reason
Channel::receive(): the channel is closed since the reason
Channel::send(): the channel is closed since the reason
