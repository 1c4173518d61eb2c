--TEST--
Coroutines and Fibers that a fatal error left behind can be looked at and dropped in shutdown functions
--EXTENSIONS--
evloop
--INI--
error_reporting=24575
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay, suspend};

$fiber = $sleeper = $coroutine = null;
register_shutdown_function(function () use (&$fiber, &$sleeper, &$coroutine) {
    var_dump($fiber->isTerminated(), $coroutine->isFinished());
    foreach ([fn () => $fiber->resume(), fn () => $fiber->start(), fn () => $fiber->getReturn(), fn () => $sleeper->resume()] as $call) {
        try {
            $call();
            echo "accepted\n";
        } catch (FiberError $e) {
            echo get_class($e), "\n";
        }
    }
    $weak = WeakReference::create($coroutine);
    $fiber = $sleeper = $coroutine = null;
    gc_collect_cycles();
    echo "dropped\n";
});
async(function () use (&$sleeper) {
    $sleeper = Fiber::getCurrent();
    delay(1000);
});
$coroutine = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    delay(0.001);
    trigger_error('fatal', E_USER_ERROR);
});
Loop::run();
?>
--EXPECTF--
Fatal error: fatal in %s on line %d
bool(%s)
bool(%s)
FiberError
FiberError
FiberError
FiberError
dropped
