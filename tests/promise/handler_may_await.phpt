--TEST--
A handler of then() may await; the promise settles when it has ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};
use function Evloop\{await, delay};

$slow = Promise::resolve('slow')->then(function (string $value) {
    delay(0.005);
    echo "slow handler ends\n";
    return $value;
});
$fast = Promise::resolve('fast')->then(fn (string $value) => print("fast handler\n"));
$third = $slow->then(fn (string $value) => print("after $value\n"));
await($third);
$rejected = Promise::resolve(1)->then(function () {
    delay(0.001);
    throw new LogicException('after waiting');
});
try {
    await($rejected);
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
fast handler
slow handler ends
after slow
after waiting
