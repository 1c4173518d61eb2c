--TEST--
A plain Fiber that waits inside of a coroutine is told when that is cancelled, or its time is over
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred, TimeoutException};
use function Evloop\{async, await, delay, timeout};

$inFiber = function (callable $wait) {
    $fiber = new Fiber(function () use ($wait) {
        try {
            $wait();
        } catch (CancelledError $e) {
            echo 'in the Fiber: ', $e->getPrevious()->getMessage(), "\n";
            throw $e;
        }
    });
    $fiber->start();
};
$coroutine = async(fn () => $inFiber(fn () => delay(60)));
delay(0.005);
$coroutine->cancel(new Exception('cancelled'));
try {
    await($coroutine);
} catch (CancelledError) {
    echo "the coroutine, too\n";
}
try {
    timeout(0.01, fn () => $inFiber(fn () => $inFiber(fn () => await((new Deferred)->promise, 60))));
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
$outer = async(fn () => $inFiber(fn () => await(async(fn () => delay(0.005))) ?? print("not cancelled\n")));
await($outer);
?>
--EXPECT--
in the Fiber: cancelled
the coroutine, too
in the Fiber: Not done within 0.01 seconds
in the Fiber: Not done within 0.01 seconds
Not done within 0.01 seconds
not cancelled
