<?php
// Loop::queue: a microtask queued and run, 1,000 at a time.
require __DIR__ . '/measure.php';

use Evloop\Loop;
use function Evloop\Bench\best;

$callback = static function (): void {};

best(200_000, function () use ($callback): void {
	for ($batch = 0; $batch < 200; $batch++) {
		for ($i = 0; $i < 1_000; $i++) {
			Loop::queue($callback);
		}
		Loop::run();
	}
});
