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
		$turns[$name] < 3 || $watcher->cancel();
	};
};
Loop::onReadable(fopen('/dev/null', 'r'), $count('null'));
Loop::onWritable(fopen('/dev/null', 'w'), $count('null, writing'));
Loop::onReadable(fopen(__FILE__, 'r'), $count('file'));
Loop::onWritable(tmpfile(), $count('file, writing'));
Loop::run();
foreach ($turns as $name => $number) {
	echo $name, ': ', $number, "\n";
}
?>
--EXPECT--
null: 3
null, writing: 3
file: 3
file, writing: 3
