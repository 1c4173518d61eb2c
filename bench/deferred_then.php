<?php
// A Deferred with two then() in a chain, settled and run, 1,000 at a time.
require __DIR__ . '/measure.php';

use Evloop\Deferred;
use Evloop\Loop;
use function Evloop\Bench\best;

$pass = static fn ($value) => $value;

best(100_000, function () use ($pass): void {
	for ($batch = 0; $batch < 100; $batch++) {
		for ($i = 0; $i < 1_000; $i++) {
			$deferred = new Deferred();
			$deferred->promise->then($pass)->then($pass);
			$deferred->resolve($i);
		}
		Loop::run();
	}
});
