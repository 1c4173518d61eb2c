--TEST--
After a run that stop() ended the loop does not run again by itself
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

Loop::delay(0.001, Loop::stop(...));
Loop::delay(30, fn () => print("must not run\n"));
Loop::run();
echo "end of script\n";
?>
--EXPECT--
end of script
