<?php
// Spawning a coroutine and running it to its end, 1,000 at a time.
require __DIR__ . '/measure.php';

use Evloop\Loop;
use function Evloop\async;
use function Evloop\Bench\best;

$task = static fn () => 1;

best(200_000, function () use ($task): void {
	for ($batch = 0; $batch < 200; $batch++) {
		for ($i = 0; $i < 1_000; $i++) {
			async($task);
		}
		Loop::run();
	}
});
