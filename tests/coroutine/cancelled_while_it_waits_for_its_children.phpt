--TEST--
Who is cancelled from outside while scope() waits for the children has not got them: it throws
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, CancelledError, Scope};
use function Evloop\{async, await, delay, scope, shield};

$waits = function (mixed ...$options) {
    scope(fn () => async(fn () => delay(60)), ...$options);
    echo "must not go on as if they were done\n";
};
$source = new CancellationSource;
$cases = [
    'coroutine' => async($waits),
    'scope' => async(fn () => scope(fn () => $waits())),
    'bound of a shield' => async(fn () => shield(fn () => async(fn () => delay(60)) && null, 0.0)),
    'token' => async(fn () => $waits(cancellation: $source->token)),
];
delay(0);
$source->cancel();
foreach ($cases as $name => $case) {
    $name === 'token' || $case->cancel();
    try {
        await($case);
    } catch (CancelledError $e) {
        echo "$name: {$e->getMessage()}\n";
    }
}
scope(fn (Scope $own) => async($own->cancel(...)) && async(fn () => delay(60)));
echo "its own cancel(): the body has returned, and so does scope()\n";
?>
--EXPECT--
coroutine: The scope was cancelled
scope: The scope was cancelled
bound of a shield: The scope was cancelled
token: The scope was cancelled
its own cancel(): the body has returned, and so does scope()
