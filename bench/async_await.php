<?php
// await(async(...)) in a coroutine: a child is spawned, runs and wakes its parent.
require __DIR__ . '/measure.php';

use function Evloop\async;
use function Evloop\await;
use function Evloop\run;
use function Evloop\Bench\best;

$task = static fn () => 1;

best(200_000, fn () => run(static function () use ($task): void {
	for ($i = 0; $i < 200_000; $i++) {
		await(async($task));
	}
}));
