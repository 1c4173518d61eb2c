--TEST--
run() returns when only unreferenced or disabled watchers are left
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

$ticks = 0;
$background = Loop::repeat(0.001, function () use (&$ticks) {
    $ticks++;
})->unreference();
$disabled = Loop::delay(30, fn () => print("must not fire\n"))->disable();
Loop::run();
echo "only unreferenced: $ticks\n";

Loop::delay(0.01, fn () => print("referenced fired\n"));
Loop::run();
echo $ticks > 0 ? "it ran beside referenced work\n" : "it did not run\n";

Loop::delay(0.002, fn () => $background->reference());
Loop::delay(0.004, fn () => $background->unreference());
Loop::run();
echo "ended\n";
?>
--EXPECT--
only unreferenced: 0
referenced fired
it ran beside referenced work
ended
