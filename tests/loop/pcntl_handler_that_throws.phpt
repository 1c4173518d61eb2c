--TEST--
A pcntl handler that throws while the loop waits: to the error handler, or out of run(); await() is refused in it
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\delay;

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new RuntimeException('from the handler'));
pcntl_signal(SIGUSR2, fn () => delay(0.01));
$raise = fn (int $signal) => exec("(sleep 0.02; kill -$signal " . getmypid() . ') >/dev/null 2>&1 &');
$keep = Loop::delay(3 * (int) (getenv('EVLOOP_TEST_SLOW') ?: 1), fn () => print("too late\n"));

foreach ([SIGUSR1, SIGUSR2] as $signal) {
	$raise($signal);
	try {
		Loop::run();
	} catch (Exception $e) {
		echo $e::class, ': ', $e->getMessage(), "\n";
	}
}
Loop::setErrorHandler(function (Throwable $e): void {
	echo 'handler: ', $e->getMessage(), "\n";
	Loop::stop();
});
$raise(SIGUSR1);
Loop::run();
exit();
?>
--EXPECTF--
RuntimeException: from the handler
LogicException: Cannot suspend here: %s
handler: from the handler
