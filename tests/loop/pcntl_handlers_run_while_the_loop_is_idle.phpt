--TEST--
A handler of pcntl_signal() runs at once while the loop waits, in any kind of wait
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

pcntl_async_signals(true);
$begin = null;
$slow = (int) (getenv('EVLOOP_TEST_SLOW') ?: 1);
pcntl_signal(SIGUSR1, function (int $signal) use (&$begin, $slow): void {
	echo "signal $signal, ", hrtime(true) - $begin < $slow * 1_000_000_000 ? 'at once' : 'late', "\n";
	Loop::stop();
});
$send = function () use (&$begin): void {
	$begin = hrtime(true);
	exec('(sleep 0.05; kill -USR1 ' . getmypid() . ') >/dev/null 2>&1 &');
};
$send();
Loop::delay(3 * $slow, fn () => null);
Loop::run();
// Set while the loop runs, and with a coroutine that waits.
pcntl_signal(SIGUSR2, fn (int $signal) => print("signal $signal\n"));
$waiter = async(fn () => delay(0.1 * $slow));
$begin = hrtime(true);
exec('(sleep 0.02; kill -USR2 ' . getmypid() . ') >/dev/null 2>&1 &');
$waiter->await();
echo "done\n";
exit();
?>
--EXPECT--
signal 10, at once
signal 12
done
