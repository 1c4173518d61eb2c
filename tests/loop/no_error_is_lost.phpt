--TEST--
Several failures of one tick come out one by one, whatever made them
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};
use function Evloop\{async, await, delay};

async(fn () => throw new Exception('coroutine 1'));
async(fn () => throw new Exception('coroutine 2'));
Loop::defer(fn () => throw new Exception('deferred 1'));
Loop::defer(fn () => throw new Exception('deferred 2'));
Loop::queue(fn () => throw new Exception('microtask'));
Loop::delay(0, fn () => throw new Exception('timer 1'));
Loop::delay(0, fn () => throw new Exception('timer 2'));
Promise::resolve(1)->then(fn () => throw new Exception('reaction'));

$seen = [];
for ($i = 0; $i < 20; $i++) {
    try {
        $i % 2 ? Loop::run() : await(async(fn () => delay(0.001)));
    } catch (Exception $e) {
        $seen[] = $e->getMessage();
    }
}
sort($seen);
echo implode("\n", $seen), "\n";
?>
--EXPECT--
coroutine 1
coroutine 2
deferred 1
deferred 2
microtask
reaction
timer 1
timer 2
