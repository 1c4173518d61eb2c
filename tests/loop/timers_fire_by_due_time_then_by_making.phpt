--TEST--
Timers that are due together fire by due time, equal ones in the order of making
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

$unit = 0.005 * (int) (getenv('EVLOOP_TEST_SLOW') ?: 1);
foreach ([4, 1, 3, 2] as $units) {
    Loop::delay($units * $unit, fn () => print("due after $units units\n"));
}
for ($i = 0; $i < 3; $i++) {
    Loop::delay(0, fn () => print("at once, made as number $i\n"));
}
// All of them are due when the loop looks for the first time.
$until = Loop::now() + 6 * $unit;
while (Loop::now() < $until);
Loop::run();
?>
--EXPECT--
at once, made as number 0
at once, made as number 1
at once, made as number 2
due after 1 units
due after 2 units
due after 3 units
due after 4 units
