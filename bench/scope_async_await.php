<?php
// await(async(...)) for children of a scope.
require __DIR__ . '/measure.php';

use function Evloop\{async, await, scope};
use function Evloop\Bench\best;

$task = static fn () => 1;

best(200_000, function () use ($task): void {
	await(async(function () use ($task): void {
		scope(function () use ($task): void {
			for ($i = 0; $i < 200_000; $i++) {
				await(async($task));
			}
		});
	}));
});
