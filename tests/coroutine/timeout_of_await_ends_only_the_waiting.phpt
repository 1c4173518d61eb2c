--TEST--
A timeout throws TimeoutException and leaves what is awaited alone
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, TimeoutException};
use function Evloop\{async, await, delay};

$gate = new Deferred;
$slow = async(fn () => await($gate->promise));
foreach ([fn () => await($slow, 0.001), fn () => $slow->await(0.001), fn () => await($slow, 0)] as $call) {
    try {
        $call();
        echo "settled\n";
    } catch (TimeoutException $e) {
        echo $e->getMessage(), "\n";
    }
}
$gate->resolve('the result');
var_dump(await($slow, 30));
var_dump(await($slow, 0));
$start = hrtime(true);
try {
    await((new Deferred)->promise, 0.01);
} catch (TimeoutException $e) {
    var_dump(hrtime(true) - $start >= 10e6);
}
var_dump(await(async(function () {
    $gate = new Deferred;
    $slow = async(fn () => await($gate->promise));
    try {
        return await($slow, 0.001);
    } catch (TimeoutException) {
        $gate->resolve('late');
        return 'timeout, then ' . await($slow);
    }
})));
?>
--EXPECT--
The Evloop\Coroutine was not settled within 0.001 seconds
The Evloop\Coroutine was not settled within 0.001 seconds
The Evloop\Coroutine was not settled within 0 seconds
string(10) "the result"
string(10) "the result"
bool(true)
string(18) "timeout, then late"
