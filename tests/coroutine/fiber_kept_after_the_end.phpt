--TEST--
The Fiber of an ended coroutine is terminated and knows its result, whatever its stack does later
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, await, suspend};

function attempt(callable $call): string
{
    try {
        return 'returned ' . json_encode($call());
    } catch (Throwable $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
}
$returned = $threw = null;
await(async(function () use (&$returned) {
    $returned = Fiber::getCurrent();
    suspend();
    return ['the', 'result'];
}));
async(function () use (&$threw) {
    $threw = Fiber::getCurrent();
    throw new LogicException('thrown');
})->ignore();
Loop::run();
array_map(await(...), array_map(fn () => async(suspend(...)), range(1, 20)));
foreach ([$returned, $threw] as $fiber) {
    var_dump($fiber->isTerminated(), $fiber->isRunning(), $fiber->isSuspended());
    echo attempt(fn () => $fiber->getReturn()), "\n", attempt(fn () => $fiber->resume()), "\n", attempt(fn () => $fiber->start()), "\n";
}
echo attempt(fn () => $returned->throw(new Exception)), "\n";
echo attempt(fn () => (new ReflectionFiber($returned))->getTrace()), "\n";
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
returned ["the","result"]
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot start a fiber that has already been started
bool(true)
bool(false)
bool(false)
FiberError: Cannot get fiber return value: The fiber threw an exception
FiberError: Cannot resume a fiber that is not suspended
FiberError: Cannot start a fiber that has already been started
FiberError: Cannot resume a fiber that is not suspended
Error: Cannot fetch information from a fiber that has not been started or is terminated
