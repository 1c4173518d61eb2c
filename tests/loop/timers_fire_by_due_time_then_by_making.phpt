--TEST--
Timers that are due together fire by due time, equal ones in the order of making
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

foreach ([0.004, 0.001, 0.003, 0.002] as $seconds) {
    Loop::delay($seconds, fn () => print("due after $seconds\n"));
}
for ($i = 0; $i < 3; $i++) {
    Loop::delay(0, fn () => print("at once, made as number $i\n"));
}
// All of them are due when the loop looks for the first time.
$until = Loop::now() + 0.006;
while (Loop::now() < $until);
Loop::run();
?>
--EXPECT--
at once, made as number 0
at once, made as number 1
at once, made as number 2
due after 0.001
due after 0.002
due after 0.003
due after 0.004
