--TEST--
A rejection that nobody looked at and that only a cycle holds is told when it is collected; the reason stays alive
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop, Promise};
use function Evloop\async;

function garbage(string $name): void
{
    $cycle = new stdClass;
    $cycle->self = $cycle;
    $cycle->promise = Promise::reject(new LogicException("promise $name", 0, new Exception('previous')));
    async(function () use ($name) {
        $cycle = new stdClass;
        $cycle->held = [$cycle, Coroutine::current(), Fiber::getCurrent()];
        throw new LogicException("coroutine $name");
    })->setName($name);
    Evloop\suspend();
}

garbage('without a handler');
gc_collect_cycles();
gc_collect_cycles();
for ($i = 0; $i < 2; $i++) {
    try {
        Loop::run();
        echo "nothing thrown\n";
    } catch (LogicException $e) {
        $told[] = "{$e->getMessage()} {$e->getPrevious()?->getMessage()}";
    }
}
Loop::setErrorHandler(function (Throwable $e, ?Coroutine $coroutine) use (&$told) {
    $told[] = $e->getMessage() . ' from ' . ($coroutine?->getName() ?? 'nowhere');
});
garbage('with a handler');
gc_collect_cycles();
gc_collect_cycles();
Loop::run();
sort($told);
echo implode("\n", $told), "\n";
?>
--EXPECT--
coroutine with a handler from with a handler
coroutine without a handler 
promise with a handler from nowhere
promise without a handler previous
