--TEST--
At the end a coroutine waits inside resume() of another one: each is unwound once, none returns into the other
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};

class Waits
{
    public function __destruct()
    {
        try {
            delay(0.03);
            echo PHP_VERSION_ID >= 80400 ? "destructor\n" : "wrong\n";
        } catch (LogicException) {
            echo "destructor\n";
        }
    }
}
$all = [];
$fiber = null;
$all['resumer'] = async(function () use (&$fiber) {
    try {
        suspend();
        $fiber->resume();
        echo "must not return\n";
    } finally {
        echo "finally of the resumer\n";
    }
});
$all['between'] = new Waits;
$all['resumed'] = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    Fiber::suspend();
    try {
        await((new Deferred)->promise);
    } finally {
        echo "finally of the resumed\n";
    }
});
Loop::run();
echo "end of script\n";
?>
--EXPECTF--
end of script
finally of the resumer
destructor
finally of the resumed
