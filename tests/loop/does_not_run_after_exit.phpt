--TEST--
After exit() in {main} the loop does not run
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\async;

register_shutdown_function(fn () => print("shutdown function\n"));
async(fn () => print("must not run\n"));
Loop::defer(fn () => print("must not run\n"));
echo "exit\n";
exit(0);
?>
--EXPECT--
exit
shutdown function
