--TEST--
A million timers live at once, nine tenths are cancelled: the others fire, and the memory comes back
--EXTENSIONS--
evloop
--CONFLICTS--
all
--INI--
memory_limit=512M
--FILE--
<?php
use Evloop\Loop;

const TIMERS = 1_000_000;

function round_of_timers(): string
{
	$fired = 0;
	$callback = function () use (&$fired): void {
		$fired++;
	};
	$watchers = [];
	for ($i = 0; $i < TIMERS; $i++) {
		/* No two neighbours are alike in how long they wait, nor in whether they are cancelled. */
		$watchers[] = Loop::delay(1.0 + $i * 7919 % TIMERS * 1e-7, $callback);
	}
	$live = Loop::metrics()['watchers']['delay'];
	foreach ($watchers as $i => $watcher) {
		if ($i % 10) {
			$watcher->cancel();
		}
	}
	unset($watchers, $watcher);
	Loop::run();
	gc_mem_caches();
	return "$live live, $fired fired\n";
}

function resident(): int
{
	return is_readable('/proc/self/statm') ? (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4096 : 0;
}
// The first round leaves the engine's own table of objects behind, which never shrinks.
echo round_of_timers();
$used = memory_get_usage();
$resident = resident();
echo round_of_timers();
var_dump(memory_get_usage() - $used < 1 << 20, resident() - $resident < 1 << 20);
?>
--EXPECT--
1000000 live, 100000 fired
1000000 live, 100000 fired
bool(true)
bool(true)
