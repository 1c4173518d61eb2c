--TEST--
The loop owns an active watcher; a disabled one that nobody holds is freed
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

class Tracked
{
    public function __destruct()
    {
        echo "freed\n";
    }
}

(function () {
    $tracked = new Tracked;
    Loop::delay(0.001, fn () => print(get_class($tracked) . " still there\n"));
})();
gc_collect_cycles();
Loop::run();

$tracked = new Tracked;
$watcher = Loop::delay(30, fn () => $tracked);
unset($tracked);
$watcher->disable();
echo "dropping\n";
unset($watcher);
echo "dropped\n";
?>
--EXPECT--
Tracked still there
freed
dropping
freed
dropped
