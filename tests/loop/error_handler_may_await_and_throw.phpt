--TEST--
The error handler may await; what it throws comes out of run()
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

Loop::setErrorHandler(function (Throwable $e) {
    delay(0.002);
    echo 'handled ', $e->getMessage(), "\n";
    if ($e->getMessage() === 'b') {
        throw new RuntimeException('from the handler', 0, $e);
    }
});
async(fn () => throw new LogicException('a'));
async(fn () => throw new LogicException('b'));
async(fn () => throw new LogicException('c'));
try {
    Loop::run();
    echo "returned\n";
} catch (RuntimeException $e) {
    echo $e->getMessage(), ', before it: ', $e->getPrevious()->getMessage(), "\n";
}
Loop::run();
?>
--EXPECT--
handled a
handled b
from the handler, before it: b
handled c
