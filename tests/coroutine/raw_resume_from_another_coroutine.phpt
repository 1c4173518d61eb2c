--TEST--
A coroutine resumes another one raw, which awaits meanwhile; a third one goes on
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$fiber = null;
$inner = async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    for ($i = 0; $i < 3; $i++) {
        $value = Fiber::suspend("suspended $i");
        delay(0.002);
    }
    return "inner got $value";
});
suspend();
$outer = async(function () use (&$fiber) {
    $out = [];
    for ($i = 0; $i < 3; $i++) {
        $out[] = $fiber->resume($i);
    }
    return $out;
});
$beside = 0;
$third = async(function () use (&$beside) {
    for ($i = 0; $i < 3; $i++) {
        delay(0.001);
        $beside++;
    }
});
echo json_encode(await($outer)), ' ', await($inner), "\n";
await($third);
echo $beside, "\n";
?>
--EXPECT--
["suspended 1","suspended 2",null] inner got 2
3
