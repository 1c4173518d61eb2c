--TEST--
Loop::dump() names what is alive, its state, where it was made and what it waits for
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};

$deferred = new Deferred();
async(fn () => await($deferred->promise))->setName('waiter');
async(fn () => delay(5));
Loop::repeat(5, fn () => null)->unreference();
Loop::onSignal(10, fn () => null);
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Loop::onReadable($a, fn () => null)->disable();
Loop::onWritable($a, fn () => null);
Loop::defer(function (): void {
	async(fn () => null);
	Loop::defer(fn () => null);
	echo preg_replace(['~\S+/~', '~\d\.\d+ s of~', '~descriptor \d+~'], ['', 'N s of', 'descriptor N'], Loop::dump());
	Loop::stop();
});
Loop::run();
exit();
?>
--EXPECT--
coroutine #1 "waiter" started at dump_says_who_waits_for_what.php:6 waits at dump_says_who_waits_for_what.php:6 for Evloop\Promise made at dump_says_who_waits_for_what.php:5
coroutine #2 started at dump_says_who_waits_for_what.php:7 waits at dump_says_who_waits_for_what.php:7 for delay()
coroutine #8 started at dump_says_who_waits_for_what.php:14 has not begun
watcher #3 repeat, unreferenced, waits for N s of 5.000 s, made at dump_says_who_waits_for_what.php:8
watcher #4 signal, waits for signal 10, made at dump_says_who_waits_for_what.php:9
watcher #6 writable, ready, made at dump_says_who_waits_for_what.php:12
watcher #9 defer, ready, made at dump_says_who_waits_for_what.php:15
