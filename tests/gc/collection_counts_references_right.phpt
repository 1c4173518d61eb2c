--TEST--
Twenty collections of garbage that points at a held coroutine, its Fiber and its frame change nothing
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
        echo "freed\n";
    }
}
$keep = new Tracked;
$fiber = null;
$gate = new Deferred;
$coroutine = async(function () use (&$fiber, &$coroutine, $keep, $gate) {
    $fiber = Fiber::getCurrent();
    $all = [$keep, $coroutine, $fiber, fn () => $keep];
    $generator = (function () use ($all) {
        yield 1;
        yield $all;
    })();
    $generator->current();
    await($gate->promise);
    return count($all);
});
suspend();
for ($i = 0; $i < 20; $i++) {
    $garbage = new stdClass;
    $garbage->all = [$garbage, $coroutine, $fiber, $keep, $gate];
    unset($garbage);
    gc_collect_cycles();
}
$gate->resolve();
var_dump(await($coroutine), $fiber->isTerminated());
$fiber = $coroutine = $gate = null;
gc_collect_cycles();
echo "only our variable is left\n";
unset($keep);
?>
--EXPECT--
int(4)
bool(true)
only our variable is left
freed
