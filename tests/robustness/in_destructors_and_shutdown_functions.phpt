--TEST--
Every method in destructors, of objects that are freed, collected and left to the end, and in shutdown functions
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/run.inc';
sweep('destructors', 'shutdown');
?>
--EXPECT--
destructors: fine
shutdown: fine
