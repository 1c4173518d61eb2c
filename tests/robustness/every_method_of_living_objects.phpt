--TEST--
Every method of every class, with arguments of all kinds, on objects that are in use: a result or an exception
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('living');
?>
--EXPECT--
living: fine
