--TEST--
After the last watcher of a signal PHP's own handler is back: no "handler was replaced", and pcntl's works
--EXTENSIONS--
evloop
pcntl
posix
--INI--
zend.signal_check=1
--FILE--
<?php
use Evloop\Loop;

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => print("pcntl\n"));
Loop::onSignal(SIGUSR1, function (int $signal, Evloop\Watcher $watcher) {
    echo "watcher\n";
    $watcher->cancel();
});
Loop::onSignal(SIGUSR2, fn () => print("never\n"))->unreference(); // still there when the request ends
Loop::defer(fn () => posix_kill(getmypid(), SIGUSR1));
Loop::run();
posix_kill(getmypid(), SIGUSR1);
echo "ended\n";
?>
--EXPECT--
pcntl
watcher
pcntl
ended
