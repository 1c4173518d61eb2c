--TEST--
evloop.block_warn_ms is off by default: then there is no thread that watches
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_dir('/proc/self/task')) die('skip reads /proc');
?>
--FILE--
<?php
use function Evloop\delay;

$threads = function (): int {
	delay(0.001);
	return count(scandir('/proc/self/task')) - 2;
};
echo ini_get('evloop.block_warn_ms'), "\n";
$off = $threads();
ini_set('evloop.block_warn_ms', 1000);
echo $threads() - $off, " more\n";
ini_set('evloop.block_warn_ms', 0);
echo $threads() - $off, " more\n";
?>
--EXPECT--
0
1 more
0 more
