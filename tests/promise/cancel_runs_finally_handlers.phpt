--TEST--
Between a cancelled promise and what is cancelled for it finally() runs, then() and catch() do not
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};

$deferred = new Deferred(fn () => print("work stopped\n"));
$last = $deferred->promise
    ->then(fn () => print("must not run\n"), fn () => print("must not run\n"))
    ->finally(fn () => print("cleaned up\n"))
    ->catch(fn () => print("must not run\n"));
$last->cancel();
Loop::run();

$deferred = new Deferred;
$child = $deferred->promise->then(null, fn (Throwable $e) => get_class($e));
$deferred->promise->cancel();
echo 'a child of what is cancelled is told: ', Evloop\await($child), "\n";
?>
--EXPECT--
work stopped
cleaned up
a child of what is cancelled is told: Evloop\CancelledError
