--TEST--
gather() and map() with bad input, or an iterable that throws: the error is thrown, what was started has ended
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{delay, gather, map, wait};

function attempt(callable $call): void
{
    try {
        $call();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
$runs = function () {
    try {
        delay(10);
    } finally {
        echo "ended\n";
    }
};
attempt(fn () => gather([$runs, 'no_such_function']));
attempt(fn () => gather([42]));
attempt(fn () => gather([], -1));
attempt(fn () => map([1], 'strlen', -5));
attempt(fn () => wait([fn () => 1]));
attempt(fn () => gather((function () use ($runs) {
    yield $runs;
    throw new DomainException('from the iterable');
})()));
attempt(fn () => gather((function () {
    yield 1.5 => fn () => 1;
})()));
?>
--EXPECT--
TypeError: gather(): a task must be callable or awaitable, string given: function "no_such_function" not found or invalid function name
TypeError: gather(): a task must be callable or awaitable, int given: no array or string given
ValueError: Evloop\gather(): Argument #2 ($concurrency) must be between 0, which is no limit, and 4294967295
ValueError: Evloop\map(): Argument #3 ($concurrency) must be between 0, which is no limit, and 4294967295
TypeError: wait(): expected a promise or an object with a then() method, Closure given
DomainException: from the iterable
TypeError: Keys of the iterable must be of type int|string, float given
