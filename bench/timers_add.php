<?php
// Adding a timer beside up to 100,000 others; cancelling them is not counted.
require __DIR__ . '/measure.php';

use Evloop\Loop;
use function Evloop\Bench\{best, cpu};

$callback = static function (): void {};

best(100_000, function () use ($callback): float {
	$watchers = [];
	$start = cpu();
	for ($i = 0; $i < 100_000; $i++) {
		$watchers[] = Loop::delay(60 + $i * 7919 % 100_000 / 1000, $callback);
	}
	$spent = cpu() - $start;

	foreach ($watchers as $watcher) {
		$watcher->cancel();
	}
	return $spent;
});
