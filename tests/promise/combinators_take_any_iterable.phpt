--TEST--
Generators and iterators are inputs too; what they throw rejects the result
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$generator = function () {
    yield 'a' => 1;
    delay(0.001); // may wait
    yield 'b' => async(fn () => delay(0.001, 2));
};
echo json_encode(await(Promise::all($generator()))), "\n";
echo json_encode(await(Promise::all(new ArrayIterator(['x' => Promise::resolve('y')])))), "\n";
$broken = function () {
    yield Promise::reject(new Exception('seen by the combination'));
    throw new DomainException('midway');
};
$expect = function (Promise $promise) {
    try {
        await($promise);
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
};
$expect(Promise::allSettled($broken()));
$expect(Promise::all((fn () => yield 1.5 => 'no key')()));
echo "decided before, so it is reported:\n";
$expect(Promise::race($broken()));
try {
    Promise::all('text');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
{"a":1,"b":2}
{"x":"y"}
DomainException: midway
TypeError: Keys of the iterable must be of type int|string, float given
decided before, so it is reported:
reported: midway
Exception: seen by the combination
Evloop\Promise::all(): Argument #1 ($promises) must be of type Traversable|array, string given
