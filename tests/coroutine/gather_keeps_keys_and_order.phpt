--TEST--
gather() runs all tasks at once and returns what they gave under their keys, in their order
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\{async, await, gather};

final class Thenable
{
    public function then(callable $resolve): void
    {
        $resolve('thenable');
    }
}
$order = [];
$gates = ['slow' => new Deferred, 'coroutine' => new Deferred, 'fast' => new Deferred, '' => new Deferred];
$gates['fast']->resolve();
$task = function (string $name, string $next) use (&$order, $gates): Closure {
    return function () use ($name, $next, &$order, $gates): string {
        await($gates[$name]->promise);
        $order[] = $name;
        $gates[$next]->resolve();
        return $name;
    };
};
echo json_encode(gather([
    'slow' => $task('slow', ''),
    7 => $task('fast', 'coroutine'),
    'promise' => Promise::resolve('promise'),
    'coroutine' => async($task('coroutine', 'slow')),
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
