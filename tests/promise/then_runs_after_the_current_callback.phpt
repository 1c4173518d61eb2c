--TEST--
Reactions run later, as microtasks, in the order of then()
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};

$deferred = new Deferred;
$deferred->promise->then(fn ($value) => print("first $value\n"));
$deferred->promise->then(function ($value) use ($deferred) {
    echo "second $value\n";
    $deferred->promise->then(fn ($value) => print("made in the second $value\n"));
});
$deferred->promise->finally(fn () => print("third\n"));
Loop::defer(fn () => print("deferred\n"));
Loop::queue(fn () => print("microtask queued before\n"));
$deferred->resolve('v');
Loop::queue(fn () => print("microtask queued after\n"));
echo "settled\n";
Loop::run();
?>
--EXPECT--
settled
microtask queued before
first v
second v
third
microtask queued after
made in the second v
deferred
