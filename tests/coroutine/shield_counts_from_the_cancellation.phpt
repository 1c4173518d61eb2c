--TEST--
The bound of a shield counts from the arrival of the cancellation, not from its beginning
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
use Evloop\{CancelledError, Loop};
use function Evloop\{async, await, delay, shield};

$coroutine = async(function () use (&$cancelled) {
    try {
        shield(function () use (&$cancelled) {
            delay(0.1);
            echo "older than its bound\n";
            try {
                delay(60);
            } catch (CancelledError $e) {
                $waited = Loop::now() - $cancelled;
                echo $e->getPrevious()->getMessage(), $waited >= 0.05 && $waited < 0.5 ? ' in time' : " after $waited", "\n";
                throw $e;
            }
        }, 0.05);
    } finally {
        echo "out of the shield\n";
    }
});
delay(0.12);
$cancelled = Loop::now();
$coroutine->cancel(new Exception('the reason'));
try {
    await($coroutine);
} catch (CancelledError) {
    echo "cancelled\n";
}
?>
--EXPECT--
older than its bound
the reason in time
out of the shield
cancelled
