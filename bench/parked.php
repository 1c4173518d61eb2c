<?php
// The memory of a waiting coroutine, resident and page tables, with 30,000 of them at once; all are woken at the end.
use Evloop\Deferred;
use Evloop\Loop;
use function Evloop\async;
use function Evloop\await;

function kilobytes(): int
{
	preg_match_all('/^Vm(?:RSS|PTE):\s+(\d+) kB/m', file_get_contents('/proc/self/status'), $sizes);
	return array_sum($sizes[1]);
}

function park(int $count): float
{
	$gate = new Deferred();
	$ended = 0;
	$before = kilobytes();

	for ($i = 0; $i < $count; $i++) {
		async(static function () use ($gate, &$ended): void {
			await($gate->promise);
			$ended++;
		});
	}
	while (Loop::runOnce(false)) {
	}
	$each = (kilobytes() - $before) / $count;

	$gate->resolve();
	Loop::run();
	if ($ended !== $count) {
		throw new Error("$ended of $count coroutines ended");
	}
	return $each;
}

park(1);
printf("%.2f KB\n", park(30_000));
