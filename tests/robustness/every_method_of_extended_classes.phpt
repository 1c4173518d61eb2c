--TEST--
Every method, with arguments of all kinds, of classes that extend ours and whose constructor forgets its parent's
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('extended');
?>
--EXPECT--
extended: fine
