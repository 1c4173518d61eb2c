--TEST--
Context::with(): values are added for the body, and are what they were afterwards, however it ends
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Context;
use function Evloop\{async, await, delay};

$show = fn (string $where) => print("$where: " . json_encode(Context::all()) . "\n");
Context::set('a', 1);
echo Context::with(['a' => 2, 'b' => 3, 7 => 'number'], function () use ($show, &$started) {
    $show('inside');
    Context::set('c', 'set inside');
    $started = async(fn () => $show('started inside'));
    Context::with(['a' => 4], fn () => $show('deeper'));
    delay(0);
    $show('inside again');
    return "returned\n";
});
$show('outside');
await($started);
try {
    Context::with(['a' => 5], fn () => throw new Exception('thrown'));
} catch (Exception $e) {
    $show($e->getMessage());
}
await(async(fn () => Context::with(['a' => 6], function () use ($show) {
    await(async(fn () => $show('in coroutines')));
})));
$show('outside');
?>
--EXPECT--
inside: {"a":2,"b":3,"7":"number"}
deeper: {"a":4,"b":3,"7":"number","c":"set inside"}
started inside: {"a":2,"b":3,"7":"number","c":"set inside"}
inside again: {"a":2,"b":3,"7":"number","c":"set inside"}
returned
outside: {"a":1}
thrown: {"a":1}
in coroutines: {"a":6}
outside: {"a":1}
