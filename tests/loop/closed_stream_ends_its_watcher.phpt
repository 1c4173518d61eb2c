--TEST--
A stream closed while it is watched: an exception that says which, and the loop goes on
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{ClosedException, Loop};

Loop::setErrorHandler(function (Throwable $e): void {
	echo $e::class, ': ', preg_replace('/\d+/', 'N', strtok($e->getMessage(), '/')), "\n";
});
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$watcher = Loop::onReadable($a, fn () => print("must not run\n"));
Loop::defer(fn () => fclose($a));
Loop::run();
var_dump($watcher->isCancelled());

// One of many: found within a moment, the others stay.
$pairs = $watchers = [];
for ($i = 0; $i < 100; $i++) {
	$pairs[] = $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
	$watchers[] = Loop::onReadable($pair[0], fn () => print("must not run\n"));
}
Loop::defer(fn () => fclose($pairs[50][0]));
Loop::delay(0.3, fn () => Loop::stop());
Loop::run();
var_dump(count(array_filter($watchers, fn ($watcher) => $watcher->isCancelled())));

// Cancelled in the same tick, after the close: nothing to say.
[$c, $d] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$watcher = Loop::onReadable($c, fn () => print("must not run\n"));
Loop::defer(fn () => fclose($c) && $watcher->cancel());
Loop::delay(0.01, fn () => Loop::stop());
Loop::run();
?>
--EXPECTF--
Evloop\ClosedException: Descriptor N was closed while a watcher (#N, made at 
bool(true)
Evloop\ClosedException: Descriptor N was closed while a watcher (#N, made at 
int(1)
