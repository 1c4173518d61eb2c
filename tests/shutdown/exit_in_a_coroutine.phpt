--TEST--
exit() in a coroutine ends the program: no finally of its own, shutdown functions, others unwound
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

class Tracked
{
    public function __construct(private string $name)
    {
    }

    public function __destruct()
    {
        echo "$this->name freed\n";
    }
}
register_shutdown_function(fn () => print("shutdown function, current: " . json_encode(Fiber::getCurrent()) . "\n"));
async(function () {
    $local = new Tracked('sleeper');
    try {
        delay(1000);
    } finally {
        echo "finally of the sleeper\n";
    }
});
async(function () {
    $local = new Tracked('exiter');
    try {
        delay(0.001);
        exit("bye\n");
    } finally {
        echo "finally after exit() must not run\n";
    }
});
Loop::delay(1000, fn () => print("must not run\n"));
Loop::run();
echo "must not be reached\n";
?>
--EXPECTF--
bye
exiter freed
shutdown function, current: null
finally of the sleeper
sleeper freed
