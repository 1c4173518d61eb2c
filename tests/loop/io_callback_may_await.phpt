--TEST--
The callback of an I/O watcher awaits; the watcher goes on to fire meanwhile
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};
use function Evloop\delay;

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, 'ab');
$turn = 0;
Loop::onReadable($a, function ($stream, Watcher $watcher) use (&$turn): void {
	$mine = ++$turn;
	$byte = fread($stream, 1);
	if ($mine === 2) {
		$watcher->cancel();
	}
	echo "$mine has $byte\n";
	delay(0.01 * (3 - $mine));
	echo "$mine is done\n";
});
stream_set_read_buffer($a, 0);
Loop::run();
?>
--EXPECT--
1 has a
2 has b
2 is done
1 is done
