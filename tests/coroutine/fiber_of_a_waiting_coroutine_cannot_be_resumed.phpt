--TEST--
A coroutine that awaits is running in the eyes of Fiber: start, resume and throw are refused
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$fiber = null;
$coroutine = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    delay(0.003);
    return 'untouched';
});
suspend();
foreach ([
    fn () => $fiber->start(),
    fn () => $fiber->resume(),
    fn () => $fiber->throw(new Exception),
    fn () => $fiber->getReturn(),
    fn () => $fiber->__construct(fn () => 1),
] as $call) {
    try {
        $call();
        echo "accepted\n";
    } catch (FiberError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump($fiber->isRunning(), $fiber->isSuspended(), await($coroutine));
?>
--EXPECT--
Cannot start a fiber that has already been started
Cannot resume a fiber that is not suspended
Cannot resume a fiber that is not suspended
Cannot get fiber return value: The fiber has not returned
Cannot call constructor twice
bool(true)
bool(false)
string(9) "untouched"
