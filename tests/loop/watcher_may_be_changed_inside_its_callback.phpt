--TEST--
Every method of a watcher may be called inside its own callback
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

$turn = 0;
Loop::repeat(0.001, function (Watcher $watcher) use (&$turn) {
    switch (++$turn) {
        case 1:
            $watcher->disable();
            $watcher->enable();
            break;
        case 2:
            $watcher->disable();
            Loop::delay(0.002, fn () => $watcher->enable());
            break;
        case 3:
            $watcher->unreference()->reference();
            break;
        case 4:
            $watcher->cancel();
            gc_collect_cycles();
            var_dump($watcher->isCancelled());
    }
    echo "turn $turn\n";
});
Loop::run();

$once = Loop::delay(0, function (Watcher $watcher) use (&$once) {
    var_dump($watcher === $once, $watcher->isEnabled());
    $watcher->cancel();
    $watcher->disable()->unreference()->reference();
});
Loop::run();
?>
--EXPECT--
turn 1
turn 2
turn 3
bool(true)
turn 4
bool(true)
bool(false)
