<?php
// Progress::advance(), ten times a second of which it draws.
require __DIR__ . '/measure.php';

use Evloop\{Progress, Stream};
use function Evloop\Bench\best;

$progress = new Progress(output: new Stream(fopen('/dev/null', 'w')));

best(5_000_000, static function () use ($progress): void {
	for ($i = 0; $i < 5_000_000; $i++) {
		$progress->advance();
	}
});
