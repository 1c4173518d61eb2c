--TEST--
examples/parallel-jobs.php: each picture by a job of its own, a broken one is told
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!shell_exec('command -v getconf')) die('skip needs getconf');
?>
--FILE--
<?php
putenv('CI=1');
$argv = ['parallel-jobs.php', '12'];
require dirname(__DIR__, 2) . '/examples/parallel-jobs.php';
?>
--EXPECTF--
%A11: 64x64
1: RuntimeException: picture 7 is broken
