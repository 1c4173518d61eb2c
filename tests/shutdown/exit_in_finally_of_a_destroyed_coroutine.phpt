--TEST--
exit() in finally of a coroutine that is destroyed is swallowed, as in a plain Fiber
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, suspend};

$fiber = null;
$coroutine = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    try {
        await((new Deferred)->promise);
    } finally {
        echo "finally\n";
        exit(3);
    }
});
suspend();
unset($coroutine);
gc_collect_cycles();
var_dump($fiber->isTerminated());
Loop::defer(fn () => print("goes on\n"));
Loop::run();
$plain = new Fiber(function () {
    try {
        Fiber::suspend();
    } finally {
        exit(3);
    }
});
$plain->start();
unset($plain);
echo "end\n";
?>
--EXPECT--
finally
bool(true)
goes on
end
