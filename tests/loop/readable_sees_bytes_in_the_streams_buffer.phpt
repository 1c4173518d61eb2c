--TEST--
Loop::onReadable() fires for bytes that PHP has already read into the stream's buffer
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};
use function Evloop\async;

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, "one\ntwo\nthree\nfour\n");
echo 'before: ', fgets($a);
$lines = 0;
Loop::onReadable($a, function ($stream, Watcher $watcher) use (&$lines): void {
	echo 'callback: ', fgets($stream);
	if (++$lines === 2) {
		$watcher->cancel();
	}
});
Loop::run();

// Read by somebody else while the watcher waits.
fwrite($b, "five\nsix\n");
$watcher = Loop::onReadable($a, function ($stream, Watcher $watcher): void {
	echo 'last: ', fgets($stream);
	$watcher->cancel();
})->disable();
Loop::defer(function () use ($a, $watcher): void {
	$watcher->enable();
	echo 'other: ', fgets($a), 'other: ', fgets($a);
});
Loop::run();
?>
--EXPECT--
before: one
callback: two
callback: three
other: four
other: five
last: six
