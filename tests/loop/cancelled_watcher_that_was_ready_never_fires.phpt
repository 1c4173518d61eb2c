--TEST--
A watcher cancelled or disabled while it is ready does not fire
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

foreach (['cancel', 'disable'] as $method) {
    $late = null;
    Loop::delay(0, function () use (&$late, $method) {
        echo "first, then $method\n";
        $late->$method();
    });
    $late = Loop::delay(0, fn () => print("must not fire\n"));

    $deferred = null;
    Loop::defer(function () use (&$deferred, $method) {
        echo "deferred first, then $method\n";
        $deferred->$method();
    });
    $deferred = Loop::defer(fn () => print("must not fire\n"));
    Loop::run();
}
$by_loop = Loop::delay(0, fn () => print("must not fire\n"));
Loop::cancel($by_loop);
Loop::cancel($by_loop);
Loop::run();
var_dump($by_loop->isCancelled(), $by_loop->isEnabled());
?>
--EXPECT--
deferred first, then cancel
first, then cancel
deferred first, then disable
first, then disable
bool(true)
bool(false)
