--TEST--
Fiber::getCurrent() is a real Fiber, the same one through all waits of a coroutine
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, await, delay, suspend};

var_dump(Fiber::getCurrent());
[$fiber, $same] = await(async(function () {
    $fiber = Fiber::getCurrent();
    $same = $fiber->isRunning() && $fiber->isStarted() && !$fiber->isSuspended() && !$fiber->isTerminated();
    suspend();
    $same = $same && $fiber === Fiber::getCurrent();
    delay(0.001);
    await(async(fn () => delay(0.001)));
    return [$fiber, $same && $fiber === Fiber::getCurrent()];
}));
var_dump(get_class($fiber), $same, $fiber->isTerminated(), Fiber::getCurrent());

Loop::defer(function () {
    $fiber = Fiber::getCurrent();
    delay(0.001);
    var_dump($fiber === Fiber::getCurrent());
});
Loop::run();

$seen = array_map(fn () => async(function () {
    delay(0.001);
    return Fiber::getCurrent();
}), range(1, 50));
$ids = array_map(fn ($coroutine) => spl_object_id(await($coroutine)), $seen);
var_dump(count(array_unique($ids)));
?>
--EXPECT--
NULL
string(5) "Fiber"
bool(true)
bool(true)
NULL
bool(true)
int(50)
