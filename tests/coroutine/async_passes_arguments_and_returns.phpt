--TEST--
async() starts later, passes arguments, settles with the result or the exception
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Coroutine;
use function Evloop\{async, await, delay};

$coroutine = async(function (...$arguments) {
    echo "started\n";
    return json_encode($arguments);
}, 1, 'two', [3], null);
echo "not yet started\n";
var_dump(await($coroutine), await($coroutine), $coroutine->isFinished());

var_dump(await(async('strtoupper', 'internal')));
var_dump(await(async([new ArrayObject([1, 2, 3]), 'count'])));
var_dump(await(async(function () {
    delay(0.001);
})));
try {
    await(async(fn () => throw new DomainException('thrown')));
} catch (DomainException $e) {
    echo $e->getMessage(), ' in line ', $e->getLine(), "\n";
}
try {
    async('no such function');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    await(async(fn (int $number) => $number, 'no number'));
} catch (TypeError $e) {
    echo get_class($e), "\n";
}
try {
    await(async(fn ($needed) => 1));
} catch (ArgumentCountError $e) {
    echo get_class($e), "\n";
}
?>
--EXPECT--
not yet started
started
string(18) "[1,"two",[3],null]"
string(18) "[1,"two",[3],null]"
bool(true)
string(8) "INTERNAL"
int(3)
NULL
thrown in line 18
Evloop\async(): Argument #1 ($task) must be a valid callback, function "no such function" not found or invalid function name
TypeError
ArgumentCountError
