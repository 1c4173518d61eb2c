--TEST--
Every method, with arguments of all kinds, on objects that are closed, cancelled or settled: a result or an exception
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('ended');
?>
--EXPECT--
ended: fine
