--TEST--
A descriptor that was closed and whose number another stream got: the new one is watched, the old watcher ends
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

Loop::setErrorHandler(fn (Throwable $e) => print($e::class . "\n"));
$old = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$watcher = Loop::onReadable($old[0], fn () => print("the old one must not run\n"));
Loop::defer(function () use (&$old, &$new): void {
	fclose($old[0]);
	fclose($old[1]);
	$new = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
	Loop::onReadable($new[0], function ($stream, Watcher $watcher): void {
		echo fread($stream, 10), "\n";
		$watcher->cancel();
	});
	fwrite($new[1], 'for the new one');
});
Loop::run();
var_dump($watcher->isCancelled());
try {
	$watcher->enable();
} catch (Evloop\LoopException $e) {
	echo $e->getMessage(), "\n";
}
?>
--EXPECT--
Evloop\ClosedException
for the ne
bool(true)
A cancelled watcher cannot be enabled again
