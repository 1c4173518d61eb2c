--TEST--
gather() runs all tasks at once and returns what they gave under their keys, in their order
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\{async, delay, gather};

final class Thenable
{
    public function then(callable $resolve): void
    {
        $resolve('thenable');
    }
}
$order = [];
$slow = function (string $name, float $seconds) use (&$order): Closure {
    return function () use ($name, $seconds, &$order): string {
        delay($seconds);
        $order[] = $name;
        return $name;
    };
};
echo json_encode(gather([
    'slow' => $slow('slow', 0.02),
    7 => $slow('fast', 0.001),
    'promise' => Promise::resolve('promise'),
    'coroutine' => async($slow('coroutine', 0.01)),
    'thenable' => new Thenable,
    'named' => 'pi',
])), "\n", implode(' ', $order), "\n";
var_dump(gather([]), gather((function () {
    yield 'k' => fn () => 1;
    yield '5' => fn () => 2;
})()));
?>
--EXPECT--
{"slow":"slow","7":"fast","promise":"promise","coroutine":"coroutine","thenable":"thenable","named":3.141592653589793}
fast coroutine slow
array(0) {
}
array(2) {
  ["k"]=>
  int(1)
  [5]=>
  int(2)
}
