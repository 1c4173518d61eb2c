--TEST--
What an isolated loop still holds is closed and reported: watchers, coroutines, sockets
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

set_error_handler(function (int $level, string $message): bool {
	echo preg_replace(['~\S+/~', '~\d\.\d+ s of~'], ['', 'N s of'], $message);
	return true;
});
$pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$watchers = Loop::isolate(function () use ($pair): array {
	async(function (): void {
		try {
			delay(5);
		} finally {
			echo "unwound\n";
			async(fn () => print("never begun\n"));
		}
	});
	async(fn () => print("never begun\n"));
	$watchers = [Loop::delay(3, fn () => print("never\n")), Loop::onReadable($pair[0], fn () => print("never\n"))];
	$watchers[] = Loop::repeat(3, fn () => print("never\n"))->disable();
	delay(0.001);
	return $watchers;
});
foreach ($watchers as $watcher) {
	$watcher->disable()->unreference()->cancel();
	try {
		$watcher->enable();
	} catch (Evloop\LoopException $e) {
		echo $e->getMessage(), "\n";
	}
}
fwrite($pair[1], 'x');
Loop::run();
echo "quiet: ", Loop::isolate(fn () => Loop::repeat(1, fn () => null)->unreference()::class), "\n";
?>
--EXPECTF--
never begun
Loop::isolate() closes what its main coroutine has left:
coroutine #2 started at isolate_closes_what_is_left.php:11 waits at isolate_closes_what_is_left.php:13 for delay()
watcher #4 delay, waits for N s of 3.000 s, made at isolate_closes_what_is_left.php:20
watcher #5 readable, waits for descriptor %d to be readable, made at isolate_closes_what_is_left.php:20
unwound
A cancelled watcher cannot be enabled again
A cancelled watcher cannot be enabled again
A cancelled watcher cannot be enabled again
quiet: Evloop\Watcher
