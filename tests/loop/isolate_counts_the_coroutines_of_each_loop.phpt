--TEST--
What becomes of outer coroutines in an isolated loop is counted where they belong
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await};

$count = fn () => Loop::metrics()['coroutines']['alive'];
$never = new Deferred();
$parked = async(fn () => await($never->promise));
Loop::defer(Loop::stop(...));
Loop::run();
$queued = async(fn () => print("never\n"));
echo $count(), " outside\n";

Loop::isolate(function () use ($queued, &$parked, &$never, $count) {
	echo $count(), " inside\n";
	$queued->cancel();
	echo $count(), " after a queued one was cancelled\n";
	$parked = $never = null;
	gc_collect_cycles();
	echo $count(), " after a parked one was unwound\n";
	async(fn () => print("room for one more\n"))->await();
});
echo $count(), " outside\n";
?>
--INI--
evloop.max_coroutines=4
--EXPECT--
2 outside
1 inside
1 after a queued one was cancelled
1 after a parked one was unwound
room for one more
0 outside
