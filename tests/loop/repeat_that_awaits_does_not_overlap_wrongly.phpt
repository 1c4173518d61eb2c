--TEST--
A repeated callback that awaits longer than its interval is started again meanwhile
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};
use function Evloop\delay;

$running = $most = $turns = 0;
Loop::repeat(0.002, function (Watcher $watcher) use (&$running, &$most, &$turns) {
    $most = max($most, ++$running);
    if (++$turns === 4) {
        $watcher->cancel();
    }
    delay(0.02);
    $running--;
});
Loop::run();
var_dump($turns, $most > 1, $running);
?>
--EXPECT--
int(4)
bool(true)
int(0)
