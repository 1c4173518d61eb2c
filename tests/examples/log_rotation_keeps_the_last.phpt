--TEST--
examples/log-rotation.php: each file has its share, and no line is lost
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
$dir = new TestFolder;
$argv[1] = $dir('log');
require dirname(__DIR__, 2) . '/examples/log-rotation.php';
echo count(array_unique(array_merge(...array_map(file(...), glob($dir('log*')))))), "\n";
?>
--EXPECT--
log: 36 lines
log.1: 38 lines
log.2: 38 lines
log.3: 38 lines
150
