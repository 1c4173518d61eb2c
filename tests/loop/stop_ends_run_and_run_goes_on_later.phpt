--TEST--
stop() ends run() after the tick; the next run() goes on with what is left
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

Loop::defer(function () {
    echo "stopping\n";
    Loop::stop();
    Loop::delay(0.001, fn () => print("timer: in the second run\n"));
    Loop::defer(fn () => print("next tick: in the second run\n"));
});
Loop::defer(fn () => print("same tick still runs\n"));
Loop::run();
echo "stopped\n";
Loop::run();
echo "ended\n";

Loop::stop();
Loop::defer(fn () => print("stop() while nothing runs has no effect\n"));
Loop::run();
?>
--EXPECT--
stopping
same tick still runs
stopped
next tick: in the second run
timer: in the second run
ended
stop() while nothing runs has no effect
