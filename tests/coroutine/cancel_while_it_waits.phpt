--TEST--
Cancelling ends the wait of a coroutine, and every later one, until it has unwound
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred};
use function Evloop\{async, await, delay, suspend};

$deferred = new Deferred(fn () => print("must not run\n"));
$coroutine = async(function () use ($deferred) {
    try {
        await($deferred->promise);
    } catch (CancelledError $first) {
        foreach ([fn () => delay(1), suspend(...), fn () => await($deferred->promise, 1.0)] as $again) {
            try {
                $again();
            } catch (CancelledError $e) {
                var_dump($e !== $first && $e->getPrevious() === $first->getPrevious());
            }
        }
        throw $first;
    } finally {
        echo "finally\n";
    }
});
delay(0);
function cancels_it(Evloop\Coroutine $coroutine) { $coroutine->cancel(); }
cancels_it($coroutine);
echo "later\n";
try {
    await($coroutine);
} catch (CancelledError $e) {
    echo $e->getMessage(), ' by ', implode(' < ', array_column($e->getPrevious()->getTrace(), 'function')), "\n";
}
echo $deferred->promise->state()->name, "\n";
$swallowing = async(function () {
    try {
        delay(60);
    } catch (CancelledError) {
        return 'its own result';
    }
});
delay(0);
$swallowing->cancel();
echo await($swallowing), "\n";
?>
--EXPECT--
later
bool(true)
bool(true)
bool(true)
finally
The coroutine was cancelled by cancel < cancels_it
Pending
its own result
