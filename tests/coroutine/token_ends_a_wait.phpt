--TEST--
await() with a token: its cancellation ends the waiting, never what is awaited
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, CancelledError, Deferred};
use function Evloop\{async, await, delay};

$deferred = new Deferred(fn () => print("must not run\n"));
$source = new CancellationSource;
$waits = [
    'in a coroutine' => async(fn () => await($deferred->promise, null, $source->token)),
    'with a time' => async(fn () => $deferred->promise->await(60.0, $source->token)),
    'of another one' => async(fn () => await($deferred->promise)),
];
delay(0);
async(fn () => $source->cancel(new Exception('the reason')));
try {
    await($deferred->promise, cancellation: $source->token);
} catch (CancelledError $e) {
    echo 'in {main}: ', $e->getPrevious()->getMessage(), "\n";
}
try {
    await($deferred->promise, cancellation: $source->token);
} catch (CancelledError $e) {
    echo "cancelled already: {$e->getMessage()}\n";
}
echo await(Evloop\Promise::resolve('what is there is told'), cancellation: $source->token), "\n";
delay(0.1);
$deferred->resolve('its value');
foreach ($waits as $name => $wait) {
    try {
        echo "$name: ", await($wait), "\n";
    } catch (CancelledError $e) {
        echo "$name: cancelled, {$e->getPrevious()->getMessage()}\n";
    }
}
?>
--EXPECT--
in {main}: the reason
cancelled already: The waiting was cancelled
what is there is told
in a coroutine: in a coroutine: cancelled, the reason
with a time: with a time: cancelled, the reason
of another one: its value
