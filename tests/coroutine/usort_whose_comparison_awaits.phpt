--TEST--
usort() with a comparison that awaits, in two coroutines and {main} at once
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$sort = fn (int $direction) => function () use ($direction) {
    $array = [3, 1, 2, 5, 4];
    usort($array, function (int $a, int $b) use ($direction) {
        delay(0.0005);
        return $direction * ($a <=> $b);
    });
    return json_encode($array);
};
$up = async($sort(1));
$down = async($sort(-1));
$nested = async(function () use ($sort) {
    $array = [2, 1];
    usort($array, function (int $a, int $b) use ($sort) {
        $inner = await(async($sort(1))) . ' ' . $sort(-1)();
        echo "nested: $inner\n";
        return $a <=> $b;
    });
    return json_encode($array);
});
echo implode("\n", [$sort(1)(), await($up), await($down), await($nested)]), "\n";
$failing = async(function () {
    $array = ['b' => 1, 'a' => 2];
    uksort($array, fn () => suspend() ?? throw new LogicException('from the comparison'));
});
$beside = async($sort(1));
try {
    await($failing);
} catch (LogicException $e) {
    echo $e->getMessage(), ' ', await($beside), "\n";
}
?>
--EXPECT--
nested: [1,2,3,4,5] [5,4,3,2,1]
[1,2,3,4,5]
[1,2,3,4,5]
[5,4,3,2,1]
[1,2]
from the comparison [1,2,3,4,5]
