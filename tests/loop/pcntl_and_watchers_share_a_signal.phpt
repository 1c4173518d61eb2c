--TEST--
pcntl_signal() and onSignal() for one signal: both are told, whichever came first
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

pcntl_async_signals(true);
$handler = fn (int $signal) => print("pcntl has $signal\n");
$watch = fn (int $signal, Watcher $watcher) => print("the watcher has $signal\n");
$raise = function (int $signal): void {
	posix_kill(getmypid(), $signal);
	Loop::delay(0.01, fn () => null);
	Loop::run();
};

pcntl_signal(SIGUSR1, $handler);
$first = Loop::onSignal(SIGUSR1, $watch)->unreference();
$second = Loop::onSignal(SIGUSR1, $watch)->unreference();
$raise(SIGUSR1);
$first->cancel();
$second->cancel();
echo "cancelled\n";
$raise(SIGUSR1);

$watcher = Loop::onSignal(SIGUSR2, $watch)->unreference();
pcntl_signal(SIGUSR2, $handler);
$raise(SIGUSR2);
$watcher->cancel();
echo "cancelled\n";
$raise(SIGUSR2);
pcntl_signal(SIGUSR2, SIG_IGN);
$raise(SIGUSR2);
?>
--EXPECT--
pcntl has 10
the watcher has 10
the watcher has 10
cancelled
pcntl has 10
pcntl has 12
the watcher has 12
cancelled
pcntl has 12
