--TEST--
Coroutine::current() in {main}, a coroutine, a callback and plain Fibers
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop};
use function Evloop\{async, await, delay};

var_dump(Coroutine::current());
(new Fiber(fn () => var_dump(Coroutine::current())))->start();

$coroutine = async(function () use (&$coroutine) {
    var_dump(Coroutine::current() === $coroutine);
    delay(0.001);
    var_dump(Coroutine::current() === $coroutine);
    (new Fiber(function () use (&$coroutine) {
        var_dump(Coroutine::current() === $coroutine);
        delay(0.001);
        var_dump(Coroutine::current() === $coroutine);
    }))->start();
});
await($coroutine);

Loop::defer(function () use ($coroutine) {
    $current = Coroutine::current();
    var_dump(get_class($current), $current !== $coroutine);
    delay(0.001);
    var_dump(Coroutine::current() === $current);
});
Loop::run();
?>
--EXPECT--
NULL
NULL
bool(true)
bool(true)
bool(true)
bool(true)
string(16) "Evloop\Coroutine"
bool(true)
bool(true)
