--TEST--
A child has not ended while the promise that it returned is pending; its failure is the scope's
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay, scope};

$deferred = new Deferred;
$child = scope(function () use ($deferred) {
    async(function () use ($deferred) {
        delay(0.001);
        echo "resolves\n";
        $deferred->resolve('from the promise');
    });
    return async(fn () => $deferred->promise);
});
echo $child->isFinished() ? await($child) : 'not yet', "\n";
$deferred = new Deferred;
try {
    scope(function () use ($deferred) {
        async(fn () => $deferred->promise);
        async(fn () => $deferred->reject(new Exception('of the promise')));
        try {
            delay(60);
        } finally {
            echo "cancelled\n";
        }
    });
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
resolves
from the promise
cancelled
of the promise
