--TEST--
After an exception came out of run() the loop can be run again, nothing is lost
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

Loop::defer(fn () => throw new LogicException('first'));
Loop::defer(fn () => throw new LogicException('second'));
Loop::defer(fn () => print("third ran\n"));
Loop::delay(0.001, fn () => throw new LogicException('from a timer'));
Loop::delay(0.002, fn () => print("timer ran\n"));
for ($i = 0; $i < 6; $i++) {
    try {
        Loop::run();
        echo "run() returned\n";
    } catch (LogicException $e) {
        echo "run() threw ", $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
run() threw first
run() threw second
third ran
run() threw from a timer
timer ran
run() returned
run() returned
run() returned
