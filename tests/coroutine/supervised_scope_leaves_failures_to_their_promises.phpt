--TEST--
In a supervised scope a failure cancels nobody: it is its awaiter's, or else the error handler's
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop};
use function Evloop\{async, await, delay, scope};

Loop::setErrorHandler(fn (Throwable $e, ?Coroutine $from) => print("reported: {$e->getMessage()} of {$from?->getName()}\n"));
echo scope(function () {
    $awaited = async(fn () => throw new Exception('awaited'));
    async(fn () => throw new Exception('nobody wants it'))->setName('the lonely');
    $sibling = async(fn () => delay(0.01, 'the sibling goes on'));
    try {
        await($awaited);
    } catch (Exception $e) {
        echo "caught: {$e->getMessage()}\n";
    }
    return await($sibling);
}, supervise: true), "\n";
try {
    scope(function () {
        async(function () {
            try {
                delay(60);
            } finally {
                echo "the child is cancelled\n";
            }
        });
        delay(0.005);
        throw new Exception('of the body');
    }, supervise: true);
} catch (Exception $e) {
    echo "thrown: {$e->getMessage()}\n";
}
?>
--EXPECT--
reported: nobody wants it of the lonely
caught: awaited
the sibling goes on
the child is cancelled
thrown: of the body
