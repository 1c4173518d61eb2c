--TEST--
A callback of ob_start() that awaits, in two coroutines at once
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

$print = fn (string $who) => async(function () use ($who) {
    ob_start(function (string $text) use ($who) {
        delay(0.001);
        return "[$who: $text]\n";
    });
    echo 'one';
    delay(0.001);
    echo ' two';
    ob_end_flush();
    return $who;
});
$all = [$print('a'), $print('b')];
echo implode(' ', array_map(await(...), $all)), "\n";
?>
--EXPECT--
[a: one two]
[b: one two]
a b
