<?php
// A yield: suspend() in 50 coroutines that take turns.
require __DIR__ . '/measure.php';

use Evloop\Loop;
use function Evloop\async;
use function Evloop\suspend;
use function Evloop\Bench\best;

best(50 * 20_000, function (): void {
	for ($i = 0; $i < 50; $i++) {
		async(static function (): void {
			for ($turn = 0; $turn < 20_000; $turn++) {
				suspend();
			}
		});
	}
	Loop::run();
});
