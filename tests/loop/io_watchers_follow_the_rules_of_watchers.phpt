--TEST--
I/O watchers: not before the next tick, never after cancel() or disable(), even if they were ready
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($b, 'x');
$second = null;
$first = Loop::onReadable($a, function ($stream, Watcher $watcher) use (&$second): void {
	echo "first\n";
	$second->cancel();
	$watcher->disable();
});
$second = Loop::onReadable($a, fn () => print("the second must not run\n"));
Loop::runOnce();

$tick = 0;
$third = Loop::onReadable($a, function ($stream, Watcher $watcher) use (&$tick): void {
	echo "third in tick $tick\n";
	$watcher->disable()->enable();
});
for ($tick = 1; $tick <= 2; $tick++) {
	Loop::runOnce();
}
$third->unreference();
var_dump($third->isEnabled(), $third->isReferenced(), $first->isEnabled());
Loop::run();
echo "an unreferenced one does not keep the loop\n";
?>
--EXPECT--
first
third in tick 1
third in tick 2
bool(true)
bool(false)
bool(false)
an unreferenced one does not keep the loop
