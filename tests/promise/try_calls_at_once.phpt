--TEST--
Promise::try() calls the task at once and takes what it makes
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;
use function Evloop\await;

$promise = Promise::try(function (int ...$numbers) {
    echo "called\n";
    return array_sum($numbers);
}, 1, 2, 3);
echo $promise->state()->name, ' ', await($promise), "\n";
var_dump(($inner = Promise::resolve(1)) === Promise::try(fn () => $inner));
echo get_class(await(Promise::try(fn () => throw new LogicException)->catch(fn (LogicException $e) => $e))), "\n";
?>
--EXPECT--
called
Fulfilled 6
bool(true)
LogicException
