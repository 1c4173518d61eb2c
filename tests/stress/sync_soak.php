<?php
/**
 * `php -n -d extension=modules/evloop.so tests/stress/sync_soak.php [SECONDS [COROUTINES]]`: for a minute, rounds of 100,000 coroutines
 * at once over channels, select(), semaphores, a mutex and a pool, of which some are cancelled at random. Every item is accounted
 * for, and memory after the last round is within 2 % + 1 MiB of the third.
 */
require dirname(__DIR__) . '/include/soak.inc';
require dirname(__DIR__) . '/include/sync_stress.inc';

use Evloop\{Progress, Stream};
use Evloop\Stress\Round;

[$seconds, $count] = [(float) ($argv[1] ?? 60), (int) ($argv[2] ?? 100_000)];
ini_set('memory_limit', -1);
mt_srand($seed = (int) ($argv[3] ?? random_int(1, PHP_INT_MAX)));
echo "seed $seed\n";
$sizes = [];
$progress = new Progress((int) $seconds, 'rounds', 's', output: Stream::stdout());

for ($begin = hrtime(true), $end = $begin + $seconds * 1e9; hrtime(true) < $end || count($sizes) < 4; ) {
	$round = new Round($count);
	$round->run();
	$wrong = $round->audit();
	[$items] = $round->ledger->read('sent');
	$cancelled = $round->cancelled;
	unset($round);
	gc_collect_cycles();
	$sizes[] = rss(getmypid());
	$progress->print(sprintf('%d coroutines, %d cancelled, %d items, PHP %d KiB, RSS %d KiB', $count, $cancelled, $items, memory_get_usage() >> 10, end($sizes)));
	$progress->set((int) ((hrtime(true) - $begin) / 1e9));
	if ($wrong !== null) {
		fail($wrong);
	}
}
$progress->finish();
checkMemory($sizes);
echo "OK\n";
