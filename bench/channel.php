<?php
// A round trip over two channels without a capacity: two coroutines that send each other a value in turn.
require __DIR__ . '/measure.php';

use Evloop\Channel;
use function Evloop\async;
use function Evloop\run;
use function Evloop\Bench\best;

best(500_000, fn () => run(static function (): void {
	$ping = new Channel;
	$pong = new Channel;
	async(static function () use ($ping, $pong): void {
		for ($i = 0; $i < 500_000; $i++) {
			$ping->receive();
			$pong->send($i);
		}
	});
	for ($i = 0; $i < 500_000; $i++) {
		$ping->send($i);
		$pong->receive();
	}
}));
