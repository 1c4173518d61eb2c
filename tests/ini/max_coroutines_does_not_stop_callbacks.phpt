--TEST--
Callbacks of the loop run, and may wait, when evloop.max_coroutines is reached
--EXTENSIONS--
evloop
--INI--
evloop.max_coroutines=1
--FILE--
<?php
use Evloop\{Deferred, Loop, LoopException};
use function Evloop\{async, await, delay};

$gate = new Deferred;
$coroutine = async(fn () => await($gate->promise));
Loop::delay(0.001, function () use ($gate) {
    try {
        async(fn () => print("must not start\n"));
    } catch (LoopException $e) {
        echo "refused\n";
    }
    delay(0.001);
    $gate->resolve('settled by a callback that waited');
});
var_dump(await($coroutine));
?>
--EXPECT--
refused
string(33) "settled by a callback that waited"
