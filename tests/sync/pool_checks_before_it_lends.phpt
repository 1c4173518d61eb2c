--TEST--
Pool: what fails its check, by false or by an Exception, is destroyed and replaced; an Error goes on
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Pool;
use function Evloop\delay;

$number = 0;
$verdict = true;
$pool = new Pool(function () use (&$number) {
    delay(0);
    return new ArrayObject([++$number]);
}, max: 1, check: function ($resource) use (&$verdict) {
    delay(0);
    return is_bool($verdict) ? $verdict : throw $verdict;
}, destroy: fn ($resource) => print("destroyed $resource[0]\n"));
$use = fn () => $pool->use(fn ($resource) => print("used $resource[0]\n"));
$use();
$use();
$verdict = false;
$use();
$verdict = new RuntimeException('gone');
$use();
$verdict = new TypeError('a bug');
try {
    $use();
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
$verdict = true;
$use();
echo json_encode($pool->stats()), "\n";
?>
--EXPECT--
used 1
used 1
destroyed 1
used 2
destroyed 2
used 3
a bug
destroyed 3
used 4
{"lent":0,"idle":1,"pending":0,"waiting":0,"created":4,"destroyed":3}
