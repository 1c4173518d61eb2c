--TEST--
A plain Fiber suspends to its coroutine, the coroutine suspends to whoever resumes it
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$fiber = null;
$coroutine = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    $plain = new Fiber(function () {
        $x = Fiber::suspend('p1');
        delay(0.001);
        return Fiber::suspend('p2') . $x;
    });
    $a = $plain->start();
    $b = Fiber::suspend();
    $c = $plain->resume($b);
    $plain->resume('!');
    return [$a, $b, $c, $plain->getReturn()];
});
suspend();
$fiber->resume('B');
echo json_encode(await($coroutine)), "\n";

// Who runs, or waits for a Fiber inside of it, cannot be resumed.
echo json_encode(await(async(function () {
    $me = Fiber::getCurrent();
    $attempts = [];
    $attempt = function (callable $call) use (&$attempts) {
        try {
            $call();
        } catch (FiberError $e) {
            $attempts[] = $e->getMessage();
        }
    };
    $attempt(fn () => $me->resume());
    (new Fiber(fn () => [$attempt(fn () => $me->resume()), $attempt(fn () => $me->throw(new Exception))]))->start();
    return $attempts;
})), JSON_PRETTY_PRINT), "\n";
?>
--EXPECT--
["p1","B","p2","!B"]
[
    "Cannot resume a fiber that is not suspended",
    "Cannot resume a fiber that is not suspended",
    "Cannot resume a fiber that is not suspended"
]
