--TEST--
setErrorHandler() returns the one before; it gets the Throwable and the coroutine or null
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop, Promise};
use function Evloop\{async, delay};

$first = function (Throwable $e, ?Coroutine $coroutine) {
    echo get_class($e), ' ', $e->getMessage(), ' from ', $coroutine?->getName() ?? 'no coroutine', "\n";
};
var_dump(Loop::setErrorHandler('intval'));
var_dump(Loop::setErrorHandler($first));
var_dump(Loop::setErrorHandler($first) === $first);

async(fn () => throw new LogicException('1'))->setName('failing');
Loop::defer(fn () => throw new Error('2'));
Loop::delay(0, function () {
    Coroutine::current()->setName('the callback');
    delay(0.001);
    throw new RuntimeException('3');
});
Loop::queue(fn () => throw new DomainException('4'));
Promise::reject(new OutOfBoundsException('5'));
Loop::run();
var_dump(Loop::setErrorHandler(null) === $first, Loop::setErrorHandler(null));
?>
--EXPECT--
NULL
string(6) "intval"
bool(true)
OutOfBoundsException 5 from no coroutine
DomainException 4 from no coroutine
LogicException 1 from failing
Error 2 from no coroutine
RuntimeException 3 from the callback
bool(true)
NULL
