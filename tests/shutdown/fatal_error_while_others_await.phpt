--TEST--
A fatal error while coroutines, callbacks and Fibers await promises: these can be collected after it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, suspend};

register_shutdown_function(function () {
    $GLOBALS['held'] = null;
    gc_collect_cycles();
    echo "shutdown function\n";
});
$wait = fn () => await((new Deferred)->promise);
$held = [$deferred = new Deferred];
async($wait);
$held[] = async($wait);
async(fn () => (new Fiber($wait))->start());
async(fn () => await($deferred->promise->then(fn () => 1)->finally(fn () => 2)));
Loop::defer($wait);
async(fn () => await((new Deferred)->promise, 30.0));
suspend();
suspend();
async(fn () => trigger_error('fatal', E_USER_ERROR));
Loop::run();
?>
--EXPECTF--
Fatal error: fatal in %s on line %d
shutdown function
