--TEST--
A watched descriptor that is closed here but open in a child process: no busy loop
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
// The child inherits the descriptor and holds it.
$child = proc_open(['sleep', '5'], [3 => $a], $pipes);
fwrite($b, 'x');
$watcher = Loop::onReadable($a, fn () => print("must not run\n"));
Loop::defer(function () use ($a, $watcher): void {
	fclose($a);
	$watcher->cancel();
});
Loop::delay(0.2, fn () => null);
$before = hrtime(true);
$cpu = getrusage()['ru_utime.tv_usec'] + getrusage()['ru_stime.tv_usec'];
Loop::run();
$spent = getrusage()['ru_utime.tv_usec'] + getrusage()['ru_stime.tv_usec'] - $cpu;
proc_terminate($child);
var_dump($spent < 50_000);
?>
--EXPECT--
bool(true)
