--TEST--
The callback of an I/O watcher awaits; the watcher goes on to fire meanwhile
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Watcher};
use function Evloop\{await, delay};

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, 'ab');
$turn = 0;
$second = new Deferred();
Loop::onReadable($a, function ($stream, Watcher $watcher) use (&$turn, $second): void {
	$mine = ++$turn;
	$byte = fread($stream, 1);
	if ($mine === 2) {
		$watcher->cancel();
	}
	echo "$mine has $byte\n";
	$mine === 1 ? await($second->promise) : delay(0.001);
	echo "$mine is done\n";
	$mine === 1 || $second->resolve(null);
});
stream_set_read_buffer($a, 0);
Loop::run();
?>
--EXPECT--
1 has a
2 has b
2 is done
1 is done
