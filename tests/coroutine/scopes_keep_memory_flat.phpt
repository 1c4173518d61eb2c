--TEST--
100,000 scopes, with children, failures, cancellations and shields, leave nothing
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, delay, scope, shield};

gc_disable();
$rounds = [
    fn () => scope(fn () => async(fn () => 1), timeout: 60.0),
    fn () => scope(fn () => throw new LogicException),
    fn () => scope(fn () => [async(fn () => throw new LogicException), delay(60)]),
    fn () => scope(fn (Scope $scope) => [$scope->cancel(new LogicException), delay(60)]),
    fn () => scope(fn () => scope(fn () => shield(fn () => null, 1.0), supervise: true)),
];
scope(function () use ($rounds) {
    for ($i = 0; $i <= 100000; $i++) {
        try {
            $rounds[$i % 5]();
        } catch (LogicException | CancelledError $e) {
            unset($e);
        }
        if ($i === 1000) {
            $before = memory_get_usage();
        }
    }
    $more = memory_get_usage() - $before;
    echo $more < 1000 ? "flat\n" : "$more bytes more\n";
});
?>
--EXPECT--
flat
