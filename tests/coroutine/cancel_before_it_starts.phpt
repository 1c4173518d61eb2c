--TEST--
A coroutine that is cancelled before it started never runs
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, await, delay};

$coroutine = async(fn () => print("must not run\n"));
$coroutine->onCancel(fn (CancelledError $e) => print("told: {$e->getMessage()}\n"));
$coroutine->cancel($reason = new Exception('not needed'));
var_dump($coroutine->isFinished());
try {
    await($coroutine);
} catch (CancelledError $e) {
    var_dump($e->getPrevious() === $reason);
}
$coroutine->cancel();
delay(0);
?>
--EXPECT--
told: The coroutine was cancelled
bool(true)
bool(true)
