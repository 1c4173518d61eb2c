--TEST--
What nobody takes in the automatic run is an uncaught exception; the exit status says so
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, delay};

register_shutdown_function(fn () => print("shutdown function\n"));
async(function () {
    delay(0.001);
    throw new LogicException('nobody takes it');
});
echo "end of script\n";
?>
--EXPECTF--
end of script
%AFatal error: Uncaught LogicException: nobody takes it in %s:%d
Stack trace:
#0 [internal function]: {closure%S}()
#1 %s(%d): [coroutine #1 started here]()
#2 {main}
  thrown in %s on line %d
shutdown function
