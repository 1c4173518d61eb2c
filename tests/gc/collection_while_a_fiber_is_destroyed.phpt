--TEST--
A plain Fiber destroyed in the middle of a coroutine's statement collects garbage in its finally
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

function suspended(): Fiber
{
    $fiber = new Fiber(function () {
        try {
            Fiber::suspend();
        } finally {
            gc_collect_cycles();
            echo "collected\n";
        }
    });
    $fiber->start();
    return $fiber;
}
function fail(): never
{
    throw new LogicException('the statement failed');
}

await(async(function () {
    $local = new ArrayObject(['still there']);
    for ($i = 0; $i < 3; $i++) {
        // What the collector suspects: this coroutine's own Fiber.
        $suspect = [Fiber::getCurrent(), $local];
        $suspect = null;
        try {
            $result = [new ArrayObject([$local]), array_filter([suspended(), $local], fail(...))];
        } catch (LogicException $e) {
            echo $e->getMessage(), "\n";
        }
        try {
            max(suspended(), new ArrayObject([$local]), fail());
        } catch (LogicException $e) {
            echo $e->getMessage(), ', ', $local[0], "\n";
        }
        delay(0);
    }
}));
?>
--EXPECT--
the statement failed
collected
collected
the statement failed, still there
the statement failed
collected
collected
the statement failed, still there
the statement failed
collected
collected
the statement failed, still there
