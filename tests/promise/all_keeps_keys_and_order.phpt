--TEST--
all() gives the values under their keys, in the order of the input
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\{async, await, delay};

$late = new Deferred;
$all = Promise::all(['late' => $late->promise, 7 => async(fn () => delay(0.001, 'coroutine')), 'plain' => 3, 'twice' => $late->promise]);
echo $all->state()->name, "\n";
delay(0.002);
$late->resolve('deferred');
echo json_encode(await($all)), "\n";
$failing = Promise::all([new Promise(fn () => null), Promise::reject(new LogicException('first')), Promise::reject(new LogicException('second'))]);
try {
    await($failing);
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
Pending
{"late":"deferred","7":"coroutine","plain":3,"twice":"deferred"}
first
