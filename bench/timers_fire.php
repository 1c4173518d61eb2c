<?php
// Adding a timer and having it fire, 100,000 spread over ten milliseconds.
require __DIR__ . '/measure.php';

use Evloop\Loop;
use function Evloop\Bench\best;

$callback = static function (): void {};

best(100_000, function () use ($callback): void {
	for ($i = 0; $i < 100_000; $i++) {
		Loop::delay($i * 7919 % 10 / 1000, $callback);
	}
	Loop::run();
});
