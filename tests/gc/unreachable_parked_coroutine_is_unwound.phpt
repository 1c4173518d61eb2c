--TEST--
A parked coroutine that nobody can wake is garbage: its finally runs, its locals go
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

class Tracked
{
    public function __destruct()
    {
        echo "local freed\n";
    }
}
$coroutine = async(function () {
    try {
        await((new Deferred)->promise);
    } finally {
        echo "finally\n";
        $local = new Tracked;
    }
});
suspend();
gc_collect_cycles();
echo "dropping\n";
unset($coroutine);
gc_collect_cycles();

// Its Fiber, when somebody holds it, keeps neither it nor the promise, and is terminated after.
$fiber = null;
$coroutine = async(function () use (&$fiber) {
    $local = new Tracked;
    $fiber = Fiber::getCurrent();
    await((new Deferred)->promise);
});
suspend();
var_dump($fiber->isRunning());
unset($coroutine);
gc_collect_cycles();
var_dump($fiber->isTerminated());
?>
--EXPECT--
dropping
finally
local freed
bool(true)
local freed
bool(true)
