--TEST--
Deferred: one promise, isSettled(), a second settle is ignored
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\await;

$deferred = new Deferred;
var_dump($deferred->promise === $deferred->promise(), $deferred->isSettled());
$deferred->resolve('first');
var_dump($deferred->isSettled());
$deferred->resolve('second');
$deferred->reject(new Exception('third'));
var_dump(await($deferred->promise));

$rejected = new Deferred;
$rejected->reject(new LogicException('first'));
$rejected->reject(new LogicException('second'));
$rejected->resolve('third');
var_dump($rejected->isSettled());
try {
    await($rejected->promise);
} catch (LogicException $e) {
    var_dump($e->getMessage());
}
$adopting = new Deferred;
$adopting->resolve((new Deferred)->promise);
var_dump($adopting->isSettled(), $adopting->promise->state()->name);
$default = new Deferred;
$default->resolve();
var_dump(await($default->promise));
try {
    $default->promise = $deferred->promise;
} catch (Error $e) {
    var_dump($e->getMessage());
}
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
string(5) "first"
bool(true)
string(5) "first"
bool(true)
string(7) "Pending"
NULL
string(57) "Cannot modify readonly property Evloop\Deferred::$promise"
