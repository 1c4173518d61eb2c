--TEST--
Regular files and /dev/null are always readable and writable, without keeping others from their turn
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

$turns = [];
$count = function (string $name) use (&$turns): callable {
	return function ($stream, Watcher $watcher) use ($name, &$turns): void {
		$turns[$name] = ($turns[$name] ?? 0) + 1;
	};
};
$watchers = [
	Loop::onReadable(fopen('/dev/null', 'r'), $count('null')),
	Loop::onWritable(fopen('/dev/null', 'w'), $count('null, writing')),
	Loop::onReadable(fopen(__FILE__, 'r'), $count('file')),
	Loop::onWritable(tmpfile(), $count('file, writing')),
];
Loop::delay(0.01, fn () => array_map(fn (Watcher $watcher) => $watcher->cancel(), $watchers));
Loop::run();
foreach ($turns as $name => $number) {
	echo $name, ': ', $number > 2 ? 'many' : $number, "\n";
}
?>
--EXPECT--
null: many
null, writing: many
file: many
file, writing: many
