--TEST--
Cycles through promises, deferreds and their reactions are collected
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};

class Tracked
{
    public mixed $held = null;
    public static int $collected = 0;

    public function __destruct()
    {
        self::$collected++;
    }
}
(function () {
    $handler = new Tracked;
    $handler->held = new Deferred;
    $handler->held->promise->then(fn () => $handler);

    $result = new Tracked;
    $deferred = new Deferred;
    $result->held = $deferred->promise;
    $deferred->resolve($result);

    $executor = new Tracked;
    $functions = null;
    $promise = new Promise(function (callable $resolve, callable $reject) use (&$functions) {
        $functions = [$resolve, $reject];
    });
    $executor->held = [$promise, $functions];
    $promise->then(fn () => $executor);

    $adopted = new Tracked;
    $adopted->held = $inner = new Deferred;
    $outer = new Deferred;
    $outer->resolve($inner->promise);
    $inner->promise->finally(fn () => [$adopted, $outer]);
})();
Evloop\Loop::run();
echo Tracked::$collected, "\n";
gc_collect_cycles();
echo Tracked::$collected, "\n";
?>
--EXPECT--
0
4
