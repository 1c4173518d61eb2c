--TEST--
A plain Fiber may drive the loop
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

$fiber = new Fiber(function () {
    Loop::delay(0.001, fn () => print("timer\n"));
    async(function () {
        delay(0.002);
        echo "coroutine\n";
    });
    Fiber::suspend('before');
    Loop::run();
    Fiber::suspend('after');
    Loop::delay(0.001, fn () => throw new LogicException('out of run()'));
    try {
        Loop::run();
    } catch (LogicException $e) {
        return $e->getMessage();
    }
});
var_dump($fiber->start());
var_dump($fiber->resume());
$fiber->resume();
var_dump($fiber->getReturn(), Loop::isRunning());
?>
--EXPECT--
string(6) "before"
timer
coroutine
string(5) "after"
string(12) "out of run()"
bool(false)
