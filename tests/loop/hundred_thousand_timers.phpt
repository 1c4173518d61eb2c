--TEST--
A hundred thousand timers live at once, nine tenths are cancelled: the others fire, and the memory comes back
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

function round_of_timers(): int
{
	$fired = 0;
	$watchers = [];
	$due = Loop::now() + 0.4;
	for ($i = 0; $i < 100_000; $i++) {
		$watchers[] = Loop::delay(max(0.1, $due - Loop::now()) + $i % 1000 * 1e-6, function () use (&$fired): void {
			$fired++;
		});
	}
	foreach ($watchers as $i => $watcher) {
		if ($i % 10) {
			$watcher->cancel();
		}
	}
	unset($watchers, $watcher);
	Loop::run();
	return $fired;
}
// The first round leaves the engine's own table of objects behind, which never shrinks.
var_dump(round_of_timers());
$before = memory_get_usage();
var_dump(round_of_timers(), memory_get_usage() - $before < 1 << 20);
?>
--EXPECT--
int(10000)
int(10000)
bool(true)
