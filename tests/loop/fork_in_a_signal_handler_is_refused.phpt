--TEST--
pcntl_fork() throws in a signal handler that interrupts the waiting of {main}, and nothing of that is lost
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\await;

pcntl_async_signals(true);
$deferred = new Deferred();
pcntl_signal(SIGUSR1, function () use ($deferred): void {
	try {
		if (pcntl_fork() === 0) {
			exit(1);
		}
		echo "forked\n";
	} catch (LogicException $e) {
		echo $e->getMessage(), "\n";
	}
	$deferred->resolve("{main} goes on\n");
});
exec('(sleep 0.05; kill -USR1 ' . getmypid() . ') >/dev/null 2>&1 &');
echo await($deferred->promise, 10);

posix_kill(getmypid(), SIGUSR1);
while (pcntl_wait($status) > 0);
?>
--EXPECT--
pcntl_fork() is not for signal handlers while {main} waits in the loop: it would wait on in both processes
{main} goes on
forked
