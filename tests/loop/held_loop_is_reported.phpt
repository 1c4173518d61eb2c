--TEST--
evloop.block_warn_ms reports a callback that holds the loop, once, with the backtrace of the moment
--EXTENSIONS--
evloop
--INI--
evloop.block_warn_ms=50
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

function work(int $ms): int
{
	$turns = 0;
	for ($end = hrtime(true) + $ms * 1_000_000; hrtime(true) < $end;) {
		$turns++;
	}
	return $turns;
}

set_error_handler(function (int $level, string $message): bool {
	echo preg_replace('~#(\d+) \S+/~', '#$1 ', $message), "\n";
	try {
		delay(0.001);
	} catch (LogicException) {
		echo "no switch in between\n";
	}
	return true;
});
Loop::delay(0.001, fn () => work(500));
Loop::run();
async(fn () => work(1));
delay(0.1);
work(100);
Loop::run();
echo "what does not hold the loop, or is {main}, is not reported\n";
?>
--EXPECTF--
evloop: a callback has held the loop for more than 50 ms, now at
#0 held_loop_is_reported.php(%d): %s
%A#%d {main}
no switch in between
what does not hold the loop, or is {main}, is not reported
