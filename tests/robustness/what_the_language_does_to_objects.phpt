--TEST--
Objects cloned, serialised, dumped, compared, cast, looped over, and their properties written to: a result or an exception
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('language');
?>
--EXPECT--
language: fine
