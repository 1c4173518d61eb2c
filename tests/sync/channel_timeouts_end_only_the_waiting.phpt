--TEST--
Channel: send() and receive() with a timeout
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, TimeoutException};
use function Evloop\async;

function attempt(callable $call): void
{
    try {
        var_dump($call());
    } catch (TimeoutException $e) {
        echo $e->getMessage(), "\n";
    }
}
$channel = new Channel(1);
attempt(fn () => $channel->receive(0.01));
attempt(fn () => $channel->receive(0));
attempt(fn () => $channel->send('kept', 0.0));
attempt(fn () => $channel->send('not kept', 0.01));
attempt(fn () => $channel->receive(1.0));
async(fn () => $channel->send('in time'));
attempt(fn () => $channel->receive(10.0));
attempt(fn () => $channel->tryReceive($value));
?>
--EXPECT--
Channel::receive(): nothing came within 0.01 seconds
Channel::receive(): nothing came within 0 seconds
NULL
Channel::send(): nobody took the value within 0.01 seconds
string(4) "kept"
string(7) "in time"
bool(false)
