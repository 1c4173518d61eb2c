--TEST--
A tick: microtasks, what is ready, what was deferred, timers; microtasks after each item
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\async;

function say(string $text): Closure
{
    return fn () => print("$text\n");
}

Loop::delay(0, function () {
    echo "timer 1\n";
    Loop::queue(say('microtask of timer 1'));
});
Loop::delay(0, say('timer 2'));
Loop::defer(function () {
    echo "deferred 1\n";
    Loop::queue(say('microtask of deferred 1'));
    Loop::defer(say('deferred in deferred 1: next tick'));
});
Loop::defer(say('deferred 2'));
async(function () {
    echo "coroutine\n";
    Loop::queue(say('microtask of the coroutine'));
});
Loop::queue(function () {
    echo "microtask\n";
    Loop::queue(say('microtask of a microtask'));
});
echo "main\n";
?>
--EXPECT--
main
microtask
microtask of a microtask
coroutine
microtask of the coroutine
deferred 1
microtask of deferred 1
deferred 2
timer 1
microtask of timer 1
timer 2
deferred in deferred 1: next tick
