--TEST--
examples/tail.php: what is there, what is added, the file that takes its place, one that is cut off
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip there is no inotify');
?>
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
require __DIR__ . '/../include/server.inc';
$dir = new TestFolder;
file_put_contents($dir('log'), "first\n");
$command = 'exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . ' ' . escapeshellarg(dirname(__DIR__, 2) . '/examples/tail.php') . ' ' . escapeshellarg($dir('log'));
$process = proc_open($command, [1 => ['pipe', 'w'], 2 => STDERR], $pipes);
echo fgets($pipes[1]);
file_put_contents($dir('log'), "second\n", FILE_APPEND);
echo fgets($pipes[1]);
rename($dir('log'), $dir('log.1'));
file_put_contents($dir('log.1'), "late\n", FILE_APPEND);
file_put_contents($dir('log'), "new file\n");
echo fgets($pipes[1]), fgets($pipes[1]);
file_put_contents($dir('log'), "short\n");
echo fgets($pipes[1]), fgets($pipes[1]);
proc_terminate($process, 2);
var_dump(proc_close($process));
?>
--EXPECT--
first
second
late
new file
(cut off)
short
int(0)
