--TEST--
A watcher that is disabled and enabled in a callback fires no earlier than the next tick
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

$again = $deferred = null;
Loop::delay(0, function () use (&$again) {
    $again->disable();
    $again->enable();
    Loop::defer(fn () => print("next tick\n"));
    echo "enabled again\n";
});
$again = Loop::delay(0, fn () => print("timer\n"));
Loop::delay(0, fn () => print("same tick\n"));
Loop::run();

Loop::defer(function () use (&$deferred) {
    $deferred->disable();
    $deferred->enable();
    Loop::delay(0, fn () => print("poll after it\n"));
    echo "enabled again\n";
});
$deferred = Loop::defer(fn () => print("deferred\n"));
Loop::defer(fn () => print("same tick\n"));
Loop::run();
?>
--EXPECT--
enabled again
same tick
next tick
timer
enabled again
same tick
deferred
poll after it
