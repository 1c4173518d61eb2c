--TEST--
A cancellation waits outside of the outer shield; when its bound is over, outside of the inner one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, await, delay, shield};

$coroutine = async(function () {
    shield(function () {
        try {
            echo shield(function () {
                delay(0.03);
                return "the inner one ends in peace\n";
            });
            delay(60);
            echo "must not run\n";
        } catch (CancelledError) {
            echo "then the outer one is cancelled\n";
        }
    }, 0.01);
    delay(0);
});
delay(0);
$coroutine->cancel();
try {
    await($coroutine);
} catch (CancelledError) {
    echo "and all of it\n";
}
?>
--EXPECT--
the inner one ends in peace
then the outer one is cancelled
and all of it
