--TEST--
await works in {main}, coroutines, callbacks, plain Fibers, nested ones and generators
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay};

$later = function (mixed $value) {
    $deferred = new Deferred;
    Loop::delay(0.001, fn () => $deferred->resolve($value));
    return $deferred->promise;
};
echo await($later('{main}')), "\n";
echo await(async(fn () => await($later('coroutine')))), "\n";
Loop::defer(fn () => print(await($later('callback')) . "\n"));
Loop::run();

$in_fiber = function (string $where) use ($later) {
    $fiber = new Fiber(fn () => Fiber::suspend(await($later("before suspend in $where"))) . await($later(' and after')));
    echo $fiber->start(), "\n";
    $fiber->resume('resumed');
    return $fiber->getReturn();
};
echo $in_fiber('a plain Fiber'), "\n";
echo await(async($in_fiber, 'a Fiber in a coroutine')), "\n";
$outer = new Fiber(fn () => $in_fiber('a Fiber in a Fiber'));
$outer->start();
echo $outer->getReturn(), "\n";

$generator = fn () => (function () {
    for ($i = 0; $i < 3; $i++) {
        delay(0.001);
        yield $i;
    }
})();
echo array_sum(iterator_to_array($generator())), ' ', await(async(fn () => array_sum(iterator_to_array($generator())))), "\n";
?>
--EXPECT--
{main}
coroutine
callback
before suspend in a plain Fiber
resumed and after
before suspend in a Fiber in a coroutine
resumed and after
before suspend in a Fiber in a Fiber
resumed and after
3 3
