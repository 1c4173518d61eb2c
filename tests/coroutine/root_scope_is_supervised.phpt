--TEST--
{main}, callbacks and then() handlers are in no scope: a failure there is its promise's, and cancels nobody
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop, Promise, Scope};
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$fails = fn (string $where) => async(fn () => throw new Exception($where));
$sibling = async(fn () => delay(0.3, "the sibling goes on\n"));
var_dump(Scope::current());
$awaited = $fails('awaited in {main}');
$fails('in {main}');
Loop::defer(function () use ($fails) {
    var_dump(Scope::current());
    $fails('in a callback');
    delay(0.001);
    echo "the callback goes on\n";
});
Promise::resolve()->then(function () use ($fails) {
    var_dump(Scope::current());
    $fails('in a handler');
});
try {
    await($awaited);
} catch (Exception $e) {
    echo 'caught: ', $e->getMessage(), "\n";
}
echo await($sibling);
$parent = async(function () use ($fails) {
    $fails('in a coroutine of the root scope');
    return delay(0.001, "the parent goes on\n");
});
echo await($parent);
gc_collect_cycles();
?>
--EXPECT--
NULL
NULL
reported: in {main}
reported: in a handler
caught: awaited in {main}
NULL
reported: in a callback
the callback goes on
the sibling goes on
reported: in a coroutine of the root scope
the parent goes on
