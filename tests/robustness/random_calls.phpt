--TEST--
Random calls of random methods of objects in use, with fixed seeds, a tick and a collection now and then
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('random:1', 'random:2', 'random:3');
?>
--EXPECT--
random:1: fine
random:2: fine
random:3: fine
