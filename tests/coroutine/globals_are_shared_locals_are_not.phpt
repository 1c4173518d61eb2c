--TEST--
Static and global variables are shared between coroutines, locals and references stay right
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, suspend};

function counter(): int
{
    static $calls = 0;
    $mine = ++$calls;
    suspend();
    return $mine;
}
$sum = 0;
$add = function (int $n) use (&$sum) {
    foreach ([1, 2, 3] as &$value) {
        $value *= $n;
        suspend();
        $sum += $value;
    }
    return [$n, counter()];
};
$all = array_map(fn (int $n) => async($add, $n), [1, 10, 100]);
echo json_encode(array_map(await(...), $all)), " $sum\n";
?>
--EXPECT--
[[1,1],[10,2],[100,3]] 666
