--TEST--
Raw Fiber::suspend() in a coroutine; {main} resumes it, awaits go on in between
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$fiber = null;
$coroutine = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    $a = Fiber::suspend('x');
    delay(0.002);
    try {
        Fiber::suspend('y');
    } catch (RuntimeException $e) {
        return [$a, $e->getMessage()];
    }
});
suspend();
var_dump($fiber->isSuspended(), (new ReflectionFiber($fiber))->getTrace()[0]['function']);
var_dump($fiber->resume('a'));
var_dump($fiber->throw(new RuntimeException('b')));
echo json_encode(await($coroutine)), ' ', json_encode($fiber->getReturn()), "\n";

$late = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    Fiber::suspend();
    throw new LogicException('late');
});
suspend();
try {
    var_dump($fiber->resume());
    await($late);
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
string(7) "suspend"
string(1) "y"
NULL
["a","b"] ["a","b"]
NULL
late
