--TEST--
A cancelled watcher cannot be enabled again; one that has fired once is cancelled
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, LoopException};

$cancelled = Loop::repeat(1, fn () => null);
$cancelled->cancel();
$fired = Loop::delay(0, fn () => print("fired\n"));
$deferred = Loop::defer(fn () => print("deferred\n"));
Loop::run();

foreach ([$cancelled, $fired, $deferred] as $watcher) {
    try {
        $watcher->enable();
    } catch (LoopException $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
deferred
fired
A cancelled watcher cannot be enabled again
A cancelled watcher cannot be enabled again
A cancelled watcher cannot be enabled again
