--TEST--
array_walk() with a callback that awaits, in two coroutines and {main} at once
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$walk = fn (string $who) => function () use ($who) {
    $array = ['a' => 1, 'b' => [2, 3]];
    array_walk_recursive($array, function (int &$value, string $key, string $more) use ($who) {
        delay(0.0005);
        $value = "$who $key$value$more";
    }, '!');
    return json_encode($array);
};
$one = async($walk('one'));
$two = async($walk('two'));
echo implode("\n", [$walk('main')(), await($one), await($two)]), "\n";
$failing = async(function () {
    $array = [1, 2];
    array_walk($array, fn () => suspend() ?? throw new LogicException('from the callback'));
});
$beside = async($walk('beside'));
try {
    await($failing);
} catch (LogicException $e) {
    echo $e->getMessage(), ' ', await($beside), "\n";
}
?>
--EXPECT--
{"a":"main a1!","b":["main 02!","main 13!"]}
{"a":"one a1!","b":["one 02!","one 13!"]}
{"a":"two a1!","b":["two 02!","two 13!"]}
from the callback {"a":"beside a1!","b":["beside 02!","beside 13!"]}
