--TEST--
A coroutine that awaits what only itself could settle is collected
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

class Tracked
{
    public mixed $held = null;

    public function __destruct()
    {
        echo "collected\n";
    }
}
(function () {
    $tracked = new Tracked;
    $tracked->held = new Deferred;
    async(fn () => await($tracked->held->promise) ?? $tracked);
    $second = new Tracked;
    $second->held = new Deferred;
    async(fn () => await($second->held->promise->then(fn () => $second)->finally(fn () => $second)));
})();
suspend();
suspend();
echo "collecting\n";
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
collecting
collected
collected
end
