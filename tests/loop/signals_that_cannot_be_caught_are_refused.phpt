--TEST--
onSignal() names the argument for what is no signal that can be caught
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

foreach ([0, -1, 65, 1000, 9, 19] as $signal) {
    try {
        Loop::onSignal($signal, fn () => null);
        echo "accepted $signal\n";
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Evloop\Loop::onSignal(): Argument #1 ($signal) must be a signal that can be caught, 0 is not
Evloop\Loop::onSignal(): Argument #1 ($signal) must be a signal that can be caught, -1 is not
Evloop\Loop::onSignal(): Argument #1 ($signal) must be a signal that can be caught, 65 is not
Evloop\Loop::onSignal(): Argument #1 ($signal) must be a signal that can be caught, 1000 is not
Evloop\Loop::onSignal(): Argument #1 ($signal) must be a signal that can be caught, 9 is not
Evloop\Loop::onSignal(): Argument #1 ($signal) must be a signal that can be caught, 19 is not
