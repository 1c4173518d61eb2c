--TEST--
onSignal() calls back with the signal and the watcher; it keeps the loop alive unless unreferenced
--EXTENSIONS--
evloop
posix
--FILE--
<?php
use Evloop\{Loop, Watcher};

$count = 0;
$watcher = Loop::onSignal(SIGUSR1, function (int $signal, Watcher $self) use (&$count, &$watcher) {
    var_dump($signal === SIGUSR1, $self === $watcher);
    if (++$count === 2) {
        $self->cancel();
    } else {
        posix_kill(getmypid(), SIGUSR1);
    }
});
$second = Loop::onSignal(SIGUSR1, fn () => print("second watcher\n"))->unreference();
Loop::defer(fn () => posix_kill(getmypid(), SIGUSR1));
Loop::run();
echo "ended\n";

$off = Loop::onSignal(SIGUSR2, fn () => print("must not fire\n"))->disable();
$on = Loop::onSignal(SIGUSR2, fn (int $signal, Watcher $self) => $self->cancel());
posix_kill(getmypid(), SIGUSR2);
Loop::run();
?>
--EXPECT--
bool(true)
bool(true)
second watcher
bool(true)
bool(true)
second watcher
ended
