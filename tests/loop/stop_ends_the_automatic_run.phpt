--TEST--
stop() ends the automatic run
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

Loop::repeat(0.001, function () {
    echo "once\n";
    Loop::stop();
});
register_shutdown_function(fn () => print("shutdown function\n"));
?>
--EXPECT--
once
shutdown function
