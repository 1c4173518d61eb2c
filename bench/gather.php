<?php
// gather() of 1,000 tasks, each task.
require __DIR__ . '/measure.php';

use function Evloop\gather;
use function Evloop\Bench\best;

$tasks = array_fill(0, 1_000, static fn () => 1);

best(200_000, function () use ($tasks): void {
	for ($round = 0; $round < 200; $round++) {
		gather($tasks);
	}
});
