--TEST--
Channel: a waiter that is cancelled or late takes no value with it, and one that was handed a value has it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Channel, TimeoutException};
use function Evloop\{async, await, delay};

$channel = new Channel;
$log = [];
$receive = function (string $name) use ($channel, &$log) {
    $coroutine = async(function () use ($channel, $name, &$log) {
        try {
            $log[] = "$name got " . $channel->receive();
            delay(0);
        } catch (CancelledError) {
            $log[] = "$name cancelled";
        }
    });
    delay(0);
    return $coroutine;
};
[$a, $b, $c] = array_map($receive, ['a', 'b', 'c']);
delay(0);
$a->cancel();
$channel->send(1);
$b->cancel(); // too late: it has its value, and is told of it first
$channel->send(2);
array_map(await(...), [$a, $b, $c]);
sort($log);
echo implode(', ', $log), "\n";

// A sender that is cancelled has not sent.
$sender = async(fn () => $channel->send('withdrawn'));
delay(0);
async(fn () => $channel->send('stays'));
delay(0);
$sender->cancel();
$sender->ignore();
echo $channel->receive(), "\n";
var_dump($channel->tryReceive($value));

// Its time is over, but it had no turn yet: it is out of the queue all the same.
$late = async(fn () => $channel->receive(0.001));
delay(0);
usleep(2000);
$sent = null;
Evloop\Loop::delay(0, function () use ($channel, &$sent) {
    $sent = $channel->trySend('x');
});
try {
    await($late);
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
delay(0.002);
var_dump($sent);
?>
--EXPECT--
a cancelled, b cancelled, b got 1, c got 2
stays
bool(false)
Channel::receive(): nothing came within 0.001 seconds
bool(false)
