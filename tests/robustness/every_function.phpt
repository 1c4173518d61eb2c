--TEST--
Every function, with arguments of all kinds: a result or an exception
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('functions');
?>
--EXPECT--
functions: fine
