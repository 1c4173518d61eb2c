--TEST--
A watched descriptor that is closed here but open in a child process: no busy loop
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$time = fn (array $usage) => array_sum([$usage['ru_utime.tv_sec'], $usage['ru_stime.tv_sec']]) * 1e6
	+ $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
Loop::delay(0.01, fn () => null);
Loop::run(); // what is done for the first time takes long under valgrind
// The child inherits the descriptor and holds it.
$child = proc_open(['sleep', '5'], [3 => $a], $pipes);
fwrite($b, 'x');
$watcher = Loop::onReadable($a, fn () => print("must not run\n"));
Loop::defer(function () use ($a, $watcher): void {
	fclose($a);
	$watcher->cancel();
});
Loop::delay(0.4, fn () => null);
$before = $time(getrusage());
Loop::run();
$spent = $time(getrusage()) - $before;
proc_terminate($child);
var_dump($spent < 200_000);
?>
--EXPECT--
bool(true)
