<?php
/** For ./dev faults: promises, coroutines and what is between them, in a callback. */
require __DIR__ . '/here.inc';

use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, await, delay, suspend};

Loop::defer(function (): void {
	from_here_on();
	$deferred = new Deferred;
	$chain = $deferred->promise;
	for ($i = 0; $i < 5; $i++) {
		$chain = $chain->then(fn (int $n) => $n + 1);
	}
	$tasks = [];
	for ($i = 0; $i < 12; $i++) {
		$tasks[] = async(function () use ($i): int {
			suspend();
			delay(0.001);
			return $i;
		});
	}
	$deferred->resolve(1);
	$all = Promise::all([$chain, ...$tasks]);
	$first = Promise::race([$all, Promise::resolve(delay(0.001))]);
	$caught = Promise::reject(new RuntimeException('expected'))->catch(fn () => null)->finally(fn () => null);
	await($all);
	await($first);
	await($caught);
	$late = async(fn () => delay(5));
	$late->cancel();
	await(Promise::allSettled([$late]));
});
Loop::run();
echo "done\n";
