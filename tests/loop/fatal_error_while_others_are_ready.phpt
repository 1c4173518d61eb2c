--TEST--
A fatal error in a callback while others are ready: they are freed without the loop that they waited in
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

function fails(): void
{
    eval('class Twice {} class Twice {}');
}
$kept = [Loop::delay(0.0, fails(...)), Loop::delay(0.0, fn () => print("must not run\n")), Loop::defer(fn () => print("first\n"))];
register_shutdown_function(fn () => print("shut down\n"));
Loop::defer(function () use (&$kept) {
    $kept[] = Loop::defer(fails(...));
    $kept[] = Loop::defer(fn () => print("must not run\n"));
});
Loop::run();
?>
--EXPECTF--
first

Fatal error: Cannot declare class Twice, because the name is already in use in %s : eval()'d code on line 1
shut down
