--TEST--
The loop runs by itself when the script ends, before the user's shutdown functions
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

register_shutdown_function(fn () => print("shutdown function of the user\n"));
async(function () {
    delay(0.001);
    echo "coroutine\n";
    delay(0.001);
    Loop::defer(fn () => print("made in the automatic run\n"));
    register_shutdown_function(fn () => print("shutdown function made in the automatic run\n"));
});
echo "end of script\n";
?>
--EXPECT--
end of script
coroutine
made in the automatic run
shutdown function of the user
shutdown function made in the automatic run
