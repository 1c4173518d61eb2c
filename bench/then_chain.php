<?php
// A chain of 1,000 then() on one Deferred, made, settled and run through; the unit is one then().
require __DIR__ . '/measure.php';

use Evloop\Deferred;
use Evloop\Loop;
use function Evloop\Bench\best;

$pass = static fn ($value) => $value;

best(200_000, function () use ($pass): void {
	for ($batch = 0; $batch < 200; $batch++) {
		$deferred = new Deferred();
		$promise = $deferred->promise;
		for ($i = 0; $i < 1_000; $i++) {
			$promise = $promise->then($pass);
		}
		$deferred->resolve($batch);
		Loop::run();
	}
});
