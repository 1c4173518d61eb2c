--TEST--
Cancellation reaches the finally blocks of a generator task, nested ones included; so does the end of the request
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\{CancelledError, Deferred};
use function Evloop\{async, await, delay, scope, suspend};

function inner(): Generator
{
    try {
        yield async(fn () => delay(10));
    } catch (CancelledError $e) {
        echo 'inner: ', $e->getMessage(), "\n";
        throw $e;
    } finally {
        echo "inner finally\n";
    }
}
$task = async(function () {
    try {
        yield from inner();
    } finally {
        echo "outer finally\n";
    }
});
suspend();
suspend();
$task->cancel();
try {
    await($task);
} catch (CancelledError) {
    echo "cancelled\n";
}
async(function () {
    try {
        yield (new Deferred)->promise;
    } finally {
        echo "finally at the end\n";
    }
});
?>
--EXPECT--
inner: The coroutine was cancelled
inner finally
outer finally
cancelled
finally at the end
