<?php
/** For ./dev faults: timers of all kinds, started and cancelled in a callback. */
require __DIR__ . '/here.inc';

use Evloop\Loop;
use function Evloop\{async, delay};

Loop::defer(function (): void {
	from_here_on();
	$fired = 0;
	for ($i = 0; $i < 40; $i++) {
		Loop::delay(0.0004 * $i, function () use (&$fired): void {
			$fired++;
		});
	}
	$cancelled = Loop::delay(5, fn () => print("too late\n"));
	$repeated = Loop::repeat(0.001, function ($watcher) use (&$count, $cancelled): void {
		if (++$count === 5) {
			$cancelled->cancel();
			$watcher->cancel();
		}
	});
	$repeated->unreference()->reference();
	async(fn () => delay(0.002, 'result'));
});
Loop::run();
echo "done\n";
