--TEST--
After a fatal error in {main} the loop does not run
--EXTENSIONS--
evloop
--INI--
error_reporting=24575
--FILE--
<?php
use Evloop\Loop;
use function Evloop\async;

register_shutdown_function(fn () => print("shutdown function\n"));
async(fn () => print("must not run\n"));
Loop::delay(0, fn () => print("must not run\n"));
trigger_error('fatal', E_USER_ERROR);
?>
--EXPECTF--
%AFatal error: fatal in %s on line %d
shutdown function
