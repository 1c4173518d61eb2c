--TEST--
Loop::onReadable() takes the Socket objects of ext/sockets
--EXTENSIONS--
sockets
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

socket_create_pair(AF_UNIX, SOCK_STREAM, 0, $pair);
Loop::onReadable($pair[0], function (Socket $socket, Watcher $watcher) use ($pair): void {
	var_dump($socket === $pair[0], socket_read($socket, 10));
	$watcher->cancel();
});
Loop::onWritable($pair[1], function (Socket $socket, Watcher $watcher): void {
	socket_write($socket, 'hello');
	$watcher->cancel();
});
Loop::run();

Loop::setErrorHandler(fn (Throwable $e) => print($e::class . "\n"));
Loop::onReadable($pair[0], fn () => print("must not run\n"));
Loop::defer(fn () => socket_close($pair[0]));
Loop::run();
try {
	Loop::onReadable($pair[0], fn () => null);
} catch (TypeError $e) {
	echo $e->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
string(5) "hello"
Evloop\ClosedException
Evloop\Loop::onReadable(): Argument #1 ($stream) must be an open Socket, this one was closed
