--TEST--
Channel: waiting works in {main}, coroutines, callbacks, then() handlers and plain Fibers
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Loop, Promise};
use function Evloop\{async, await, delay};

$channel = new Channel;
$done = new Channel(10);
$receive = fn (string $where) => $done->send("$where got " . $channel->receive());
Loop::defer(fn () => $receive('defer'));
Loop::queue(fn () => $receive('queue'));
Loop::delay(0, fn () => $receive('delay'));
Promise::resolve(1)->then(fn () => $receive('then'));
async(fn () => $receive('coroutine'));
async(fn () => (new Fiber(fn () => $receive('a Fiber in a coroutine')))->start());
$sender = new Fiber(function () use ($channel) {
    foreach (range(1, 6) as $i) {
        $channel->send('x');
    }
});
$sender->start();
for ($i = 0; $i < 6; $i++) {
    $lines[] = $done->receive();
}
sort($lines);
echo implode("\n", $lines), "\n";
var_dump($sender->isTerminated());
?>
--EXPECT--
a Fiber in a coroutine got x
coroutine got x
defer got x
delay got x
queue got x
then got x
bool(true)
