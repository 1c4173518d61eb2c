--TEST--
The exception of a child that passes through who awaits it is thrown once, and not reported
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, await, scope};

Loop::setErrorHandler(fn (Throwable $e) => print("must not be reported: {$e->getMessage()}\n"));
$failure = new Exception('of the child');
try {
    scope(function () use ($failure) {
        $child = async(fn () => throw $failure);
        async(fn () => await($child));
        async(fn () => await($child));
        await($child);
    });
} catch (Throwable $e) {
    var_dump($e === $failure);
}
unset($e, $failure);
gc_collect_cycles();
?>
--EXPECT--
bool(true)
