--TEST--
A socket with an endless backlog, read in many watchers, does not delay timers by 20 ms
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

$late = [];
$next = function () use (&$next, &$late): void {
	$due = hrtime(true) + 10_000_000;
	Loop::delay(0.01, function () use ($due, &$next, &$late): void {
		$late[] = (hrtime(true) - $due) / 1e6;
		count($late) < 30 ? $next() : Loop::stop();
	});
};
$next();
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_set_blocking($a, false);
stream_set_blocking($b, false);
$flood = str_repeat('x', 65536);
Loop::onWritable($b, fn ($stream) => fwrite($stream, $flood));
for ($i = 0; $i < 100; $i++) {
	Loop::onReadable($a, fn ($stream) => fread($stream, 512));
}
Loop::run();
sort($late);
// The median when nobody else uses the machine; on a busy one the best ones have to do.
var_dump($late[0] >= 0, $late[20] < 20 || $late[5] < 20);
exit();
?>
--EXPECT--
bool(true)
bool(true)
