--TEST--
await throws the very reason object, in {main}, in a coroutine and in a callback
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};
use function Evloop\{async, await};

$reason = new DomainException('the reason');
$promise = Promise::reject($reason);
$check = function (string $where) use ($promise, $reason) {
    try {
        await($promise);
    } catch (DomainException $e) {
        echo $where, ' ', $e === $reason ? 'same object' : 'another one', ', line ', $e->getLine(), "\n";
    }
    try {
        $promise->await();
    } catch (DomainException $e) {
        echo $where, ' ', $e === $reason ? 'same object' : 'another one', "\n";
    }
};
$check('main');
await(async($check, 'coroutine'));
Loop::defer(fn () => $check('callback'));
Loop::run();
?>
--EXPECT--
main same object, line 5
main same object
coroutine same object, line 5
coroutine same object
callback same object, line 5
callback same object
