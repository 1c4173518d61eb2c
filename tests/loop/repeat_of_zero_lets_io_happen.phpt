--TEST--
A repeat of 0 seconds does not starve I/O, deferred callbacks and other timers
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$turns = 0;
$repeat = Loop::repeat(0, function () use (&$turns, $b): void {
	if (++$turns === 3) {
		fwrite($b, 'bytes');
	}
});
Loop::onReadable($a, function ($stream, Watcher $watcher) use ($repeat, &$turns): void {
	echo fread($stream, 10), ' after ', $turns > 2 && $turns < 100_000 ? 'some' : $turns, " turns\n";
	$watcher->cancel();
	$repeat->cancel();
});
Loop::run();
?>
--EXPECT--
bytes after some turns
