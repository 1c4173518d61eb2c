--TEST--
A fatal error in a coroutine: shutdown functions run, no other code of coroutines, nothing crashes
--EXTENSIONS--
evloop
--INI--
error_reporting=24575
--FILE--
<?php
use Evloop\{Loop, LoopException};
use function Evloop\{async, delay};

register_shutdown_function(function () {
    echo "shutdown function, current: ", json_encode(Fiber::getCurrent()), "\n";
    foreach ([fn () => async(fn () => 1), fn () => delay(0), Loop::run(...), fn () => Loop::defer(fn () => 1)] as $call) {
        try {
            $call();
            echo "accepted\n";
        } catch (LoopException $e) {
            echo $e->getMessage(), "\n";
        }
    }
});
async(function () {
    try {
        delay(1000);
    } finally {
        echo "must not run\n";
    }
});
async(function () {
    try {
        delay(0.001);
        trigger_error('fatal', E_USER_ERROR);
    } finally {
        echo "must not run\n";
    }
});
Loop::run();
echo "must not be reached\n";
?>
--EXPECTF--
Fatal error: fatal in %s on line %d
shutdown function, current: null
The event loop ended with a fatal error
The event loop ended with a fatal error
The event loop ended with a fatal error
The event loop ended with a fatal error
