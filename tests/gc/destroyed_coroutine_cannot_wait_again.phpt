--TEST--
In finally of a destroyed coroutine waiting is refused; what finally throws reaches the destroyer
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, await, delay, suspend};

$never = new Deferred;
$coroutine = async(function () use ($never) {
    try {
        await((new Deferred)->promise);
    } finally {
        foreach ([fn () => Fiber::suspend(), fn () => suspend(), fn () => delay(0), fn () => await($never->promise)] as $wait) {
            try {
                $wait();
                echo "went through\n";
            } catch (LogicException | FiberError $e) {
                echo get_class($e), "\n";
            }
        }
        echo await(Promise::resolve('what is settled needs no waiting')), "\n";
    }
});
suspend();
unset($coroutine);
gc_collect_cycles();

$coroutine = async(function () {
    try {
        await((new Deferred)->promise);
    } finally {
        throw new LogicException('from finally');
    }
});
suspend();
try {
    unset($coroutine);
    gc_collect_cycles();
    echo "nothing thrown\n";
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
Loop::run();
?>
--EXPECT--
FiberError
LogicException
LogicException
LogicException
what is settled needs no waiting
from finally
