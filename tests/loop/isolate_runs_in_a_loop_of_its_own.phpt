--TEST--
Loop::isolate() runs its coroutine in a fresh loop, also nested, and returns or throws what it does
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, DeadlockException, Loop};
use function Evloop\{async, await, delay};

Loop::delay(0.001, fn () => print("outer timer\n"));
var_dump(Loop::isolate(fn () => 42));
var_dump(Loop::isolate(function (): string {
	delay(0.01);
	$inner = Loop::isolate(fn () => await(async(fn () => delay(0.01, 'inside'))));
	return await(async(fn () => "outside of $inner"));
}));
try {
	Loop::isolate(fn () => throw new RuntimeException('thrown'));
} catch (RuntimeException $e) {
	echo $e->getMessage(), "\n";
}
try {
	Loop::isolate(fn () => await((new Deferred())->promise));
} catch (DeadlockException $e) {
	echo "deadlock\n";
}
try {
	Loop::isolate(fn () => Loop::run());
} catch (LogicException $e) {
	echo "run() inside is refused\n";
}
echo "now the outer loop\n";
Loop::run();
?>
--EXPECT--
int(42)
string(17) "outside of inside"
thrown
deadlock
run() inside is refused
now the outer loop
outer timer
