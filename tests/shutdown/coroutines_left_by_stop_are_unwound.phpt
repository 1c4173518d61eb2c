--TEST--
Coroutines on timers that stop() left behind are unwound at the end, queued ones never start
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

async(function () {
    try {
        delay(1000);
    } finally {
        echo "finally of the sleeper\n";
    }
});
Loop::delay(0.001, function () {
    Loop::stop();
    Loop::defer(fn () => print("must not run\n"));
    Loop::delay(0, fn () => print("must not run\n"));
});
async(function () {
    (new Fiber(function () {
        try {
            delay(1000);
        } finally {
            echo "finally of a Fiber in a coroutine\n";
        }
    }))->start();
});
Loop::run();
async(fn () => print("must not start\n"), new ArrayObject);
Loop::queue(fn () => print("must not run\n"), new ArrayObject);
echo "end of script\n";
?>
--EXPECT--
end of script
finally of the sleeper
finally of a Fiber in a coroutine
