--TEST--
Any number of watchers share a descriptor and a direction; each stops on its own
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$said = [];
$watchers = [];
foreach (['first', 'second', 'third'] as $name) {
	$watchers[] = Loop::onReadable($a, function () use ($name, &$said): void {
		$said[] = $name;
	});
}
$watchers[] = Loop::onWritable($a, function ($stream, Watcher $watcher) use (&$said): void {
	$said[] = 'writable';
	$watcher->cancel();
});
fwrite($b, 'x');
Loop::runOnce();
echo implode(' ', $said), "\n";
$said = [];
$watchers[1]->disable();
Loop::runOnce();
echo implode(' ', $said), "\n";
$said = [];
$watchers[1]->enable();
$watchers[0]->cancel();
Loop::runOnce();
sort($said);
echo implode(' ', $said), "\n";
array_map(fn (Watcher $watcher) => $watcher->cancel(), $watchers);
?>
--EXPECT--
first second third writable
first third
second third
