--TEST--
Every method, with arguments of all kinds, on objects made without their constructor: a result or an exception
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('without-constructor');
?>
--EXPECT--
without-constructor: fine
