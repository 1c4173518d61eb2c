--TEST--
runOnce() runs one tick and tells whether referenced work is left
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

var_dump(Loop::runOnce());
var_dump(Loop::runOnce(false));

Loop::defer(function () {
    echo "first tick\n";
    Loop::defer(fn () => print("second tick\n"));
});
var_dump(Loop::runOnce());
var_dump(Loop::runOnce());

$start = Loop::now();
Loop::delay(0.02, fn () => print("timer\n"));
var_dump(Loop::runOnce(false), Loop::now() - $start < 0.02);
do {
    // Waits, but may return a little before the deadline, with nothing done.
    $more = Loop::runOnce();
} while ($more);
var_dump(Loop::now() - $start >= 0.02);
$background = Loop::delay(30, fn () => null)->unreference();
var_dump(Loop::runOnce());
?>
--EXPECT--
bool(false)
bool(false)
first tick
bool(true)
second tick
bool(false)
bool(true)
bool(true)
timer
bool(true)
bool(false)
