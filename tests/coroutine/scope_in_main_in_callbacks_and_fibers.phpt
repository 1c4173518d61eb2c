--TEST--
scope() works in {main}, in callbacks of the loop, in then() handlers and in a plain Fiber
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise, Scope};
use function Evloop\{async, await, delay, scope};

$task = fn (string $where) => scope(function (Scope $scope) use ($where) {
    async(fn () => print(delay(0.001, "a child $where\n")));
    var_dump(Scope::current() === $scope);
    return "returned $where";
});
echo $task('in {main}'), "\n";
$done = new Evloop\Deferred;
Loop::defer(fn () => $done->resolve($task('in a callback')));
echo await($done->promise), "\n";
echo await(Promise::resolve('in a handler')->then($task)), "\n";
$fiber = new Fiber(fn () => print($task('in a Fiber of {main}') . "\n"));
$fiber->start();
await(async(function () use ($task) {
    $fiber = new Fiber(fn () => print($task('in a Fiber of a coroutine') . "\n"));
    $fiber->start();
    var_dump($fiber->isTerminated());
}));
var_dump(Scope::current());
?>
--EXPECT--
bool(true)
a child in {main}
returned in {main}
bool(true)
a child in a callback
returned in a callback
bool(true)
a child in a handler
returned in a handler
bool(true)
a child in a Fiber of {main}
returned in a Fiber of {main}
bool(true)
a child in a Fiber of a coroutine
returned in a Fiber of a coroutine
bool(true)
NULL
