<?php
// A mutex that nobody else wants: acquire() and release().
require __DIR__ . '/measure.php';

use Evloop\Mutex;
use function Evloop\run;
use function Evloop\Bench\best;

best(1_000_000, fn () => run(static function (): void {
	$mutex = new Mutex;
	for ($i = 0; $i < 1_000_000; $i++) {
		$mutex->acquire()->release();
	}
}));
