--TEST--
Scopes inherit deadlines: the nearest wins, and is thrown by the scope that it is the deadline of
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Loop, Scope, TimeoutException};
use function Evloop\{async, await, delay, scope, timeout};

scope(function (Scope $outer) {
    echo round($outer->deadline() - Loop::now(), -1), "\n";
    scope(fn (Scope $inner) => var_dump($inner->deadline() === $outer->deadline()), timeout: 100.0);
    scope(fn (Scope $inner) => print(round($inner->deadline() - Loop::now(), -1) . "\n"), timeout: 20.0);
    async(function () use ($outer) {
        var_dump(Scope::current() === $outer);
        scope(fn (Scope $inner) => var_dump($inner->deadline() === $outer->deadline()));
    });
}, timeout: 50.0);
scope(fn (Scope $scope) => var_dump($scope->deadline()));
try {
    scope(function () {
        try {
            timeout(60.0, fn () => delay(60));
        } catch (TimeoutException) {
            echo "must not be thrown here\n";
        } catch (CancelledError $e) {
            echo 'inside: ', $e->getPrevious()->getMessage(), "\n";
            throw $e;
        }
    }, timeout: 0.01);
} catch (TimeoutException $e) {
    echo 'outside: ', $e->getMessage(), "\n";
}
await(async(fn () => scope(function (Scope $outer) {
    (new Fiber(fn () => scope(fn (Scope $inner) => var_dump($inner->deadline() === $outer->deadline()))))->start();
}, timeout: 50.0)));
try {
    await(async(fn () => scope(fn () => (new Fiber(fn () => scope(fn () => delay(60), timeout: 60.0)))->start(), timeout: 0.01)));
} catch (TimeoutException $e) {
    echo 'in a Fiber: ', $e->getMessage(), "\n";
}
?>
--EXPECT--
50
bool(true)
20
bool(true)
bool(true)
NULL
inside: Not done within 0.01 seconds
outside: Not done within 0.01 seconds
bool(true)
in a Fiber: Not done within 0.01 seconds
