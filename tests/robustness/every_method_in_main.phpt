--TEST--
Every method and function in {main}, where a wait drives the loop, and those of classes that have no objects: a result or an exception
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('main', 'static');
?>
--EXPECT--
main: fine
static: fine
