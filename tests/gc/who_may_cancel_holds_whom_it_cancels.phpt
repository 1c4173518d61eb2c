--TEST--
Time, tokens, kept scopes and siblings hold those whom they may cancel: the collector leaves them
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, Deferred, Scope};
use function Evloop\{async, await, delay, scope, timeout};

$never = fn () => await((new Deferred)->promise);
$source = new CancellationSource;
$kept = new ArrayObject;
$bodies = [
    'time' => fn () => timeout(0.01, $never),
    'time of a scope around' => fn () => timeout(0.01, fn () => scope(fn () => async(fn () => scope($never)))),
    'token of the scope' => fn () => scope($never, cancellation: $source->token),
    'token of the wait' => fn () => await((new Deferred)->promise, cancellation: $source->token),
    'scope that is kept' => fn () => scope(fn (Scope $scope) => $kept->append($scope) ?? $never()),
    'sibling' => fn () => scope(fn () => [async($never), async(fn () => delay(0.01) ?? throw new Exception)]),
];
$ends = new ArrayObject;
foreach ($bodies as $name => $body) {
    async(function () use ($name, $body, $ends) {
        try {
            $body();
        } catch (Throwable $e) {
            $ends[$name] = $e::class;
        }
    });
}
delay(0);
gc_collect_cycles();
$source->cancel();
$kept[0]->cancel();
for ($i = 0; $i < 500 && count($ends) < count($bodies); $i++) {
    delay(0.01);
}
foreach ($bodies as $name => $_) {
    echo $name, ': ', $ends[$name] ?? 'lost', "\n";
}
?>
--EXPECT--
time: Evloop\TimeoutException
time of a scope around: Evloop\TimeoutException
token of the scope: Evloop\CancelledError
token of the wait: Evloop\CancelledError
scope that is kept: Evloop\CancelledError
sibling: Exception
