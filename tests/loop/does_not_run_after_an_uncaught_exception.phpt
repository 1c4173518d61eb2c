--TEST--
After an uncaught exception in {main} the loop does not run
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\async;

register_shutdown_function(fn () => print("shutdown function\n"));
async(fn () => print("must not run\n"));
Loop::delay(0, fn () => print("must not run\n"));
throw new LogicException('uncaught');
?>
--EXPECTF--
%AFatal error: Uncaught LogicException: uncaught in %s:%d
Stack trace:
#0 {main}
  thrown in %s on line %d
shutdown function
