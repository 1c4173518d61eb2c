--TEST--
The tests of this folder find a way to make an object of every class: one that is added without needs a recipe
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('made');
?>
--EXPECT--
made: fine
