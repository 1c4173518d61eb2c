--TEST--
A shield that is opened by what is cancelled already holds for its bound; without a bound until its body ends
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, await, delay, shield};

$coroutine = async(function () {
    try {
        delay(60);
    } finally {
        try {
            shield(fn () => delay(60), 0.01);
        } catch (CancelledError) {
            echo "the bound is over\n";
        }
        try {
            shield(fn () => delay(0.01), 0.0);
        } catch (CancelledError) {
            echo "no time at all\n";
        }
        echo shield(fn () => delay(0.02, "no bound\n"));
    }
});
delay(0);
$coroutine->cancel();
await($coroutine->catch(fn () => null));
?>
--EXPECT--
the bound is over
no time at all
no bound
