--TEST--
Promises, coroutines, timers and watchers of the outer loop may be touched in an isolated one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, LoopException};
use function Evloop\{async, await, delay};

$deferred = new Deferred();
$waiter = async(fn () => print('outer coroutine got ' . await($deferred->promise) . "\n"));
$deferred->promise->then(fn ($value) => print("reaction got $value\n"));
$sleeper = async(fn () => delay(5));
$timer = Loop::delay(5, fn () => print("never\n"));
$disabled = Loop::delay(0.01, fn () => print("outer timer, enabled inside\n"))->disable();
Loop::delay(0.001, fn () => Loop::stop());
Loop::run();

$kept = Loop::isolate(function () use ($deferred, $sleeper, $timer, $disabled) {
	$deferred->resolve('a value');
	$timer->cancel();
	$disabled->enable();
	$sleeper->cancel();
	$sleeper->ignore();
	delay(0.001);
	return Loop::delay(0.01, fn () => print("never\n"))->disable();
});
echo "back\n";
Loop::run();
try {
	$kept->enable();
} catch (LoopException $e) {
	echo $e->getMessage(), "\n";
}
?>
--EXPECT--
reaction got a value
back
outer coroutine got a value
outer timer, enabled inside
The loop of this watcher has ended
