--TEST--
delay() suspends for the time and returns its second argument
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

$start = hrtime(true);
var_dump(delay(0.01, 'result'), delay(0), hrtime(true) - $start >= 10e6);
$object = new stdClass;
var_dump(await(async(fn () => delay(0.001, $object))) === $object);
$order = [];
foreach ([3, 1, 2] as $n) {
    $all[] = async(function () use ($n, &$order) {
        delay($n / 500);
        $order[] = $n;
    });
}
array_map(await(...), $all);
var_dump(implode(' ', $order));
?>
--EXPECT--
string(6) "result"
NULL
bool(true)
bool(true)
string(5) "1 2 3"
