--TEST--
After pcntl_fork() the child watches nothing of the parent's and has a fresh loop; the parent goes on
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};
use function Evloop\{async, await, delay};

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$toParent, $fromChild] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$told = [];
$timer = Loop::delay(0.05, function () use (&$told) { $told[] = "the parent's timer"; });
$signal = Loop::onSignal(SIGUSR1, fn () => print("the parent's signal\n"))->unreference();
$reader = Loop::onReadable($a, function ($stream, Watcher $watcher) use (&$told): void {
	$told[] = 'the parent reads ' . fread($stream, 100);
	$watcher->cancel();
});
Loop::runOnce(false);
$child = pcntl_fork();
if ($child === 0) {
	$said = json_encode([$timer->isCancelled(), $reader->isCancelled(), Loop::metrics()['watchers']]);
	Loop::run();
	$said .= "\n" . await(async(fn () => delay(0.01, 'the child awaits')));
	Loop::onReadable($a, fn ($stream, Watcher $watcher) => $watcher->cancel());
	Loop::onWritable($b, function ($stream, Watcher $watcher): void {
		fwrite($stream, 'what the child wrote');
		$watcher->cancel();
	});
	Loop::run();
	fwrite($fromChild, $said . "\n");
	exit(0);
}
pcntl_waitpid($child, $status);
echo fread($toParent, 1000), 'status ', pcntl_wexitstatus($status), "\n";
Loop::run();
sort($told);
echo implode("\n", $told), "\n";
$signal->reference();
posix_kill(getmypid(), SIGUSR1);
Loop::runOnce();
$signal->cancel();
?>
--EXPECT--
[true,true,{"defer":0,"delay":0,"repeat":0,"signal":0,"readable":0,"writable":0}]
the child awaits
status 0
the parent reads what the child wrote
the parent's timer
the parent's signal
