--TEST--
100,000 coroutines that come and go keep the memory flat
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, suspend};

$count = 0;
$usage = [];
for ($round = 0; $round < 10; $round++) {
    for ($i = 0; $i < 10000; $i++) {
        async(function () use (&$count, $i) {
            if ($i % 100 === 0) {
                suspend();
            }
            $count++;
        });
    }
    Loop::run();
    $usage[] = memory_get_usage();
}
var_dump($count, $usage[9] - $usage[1] < 65536);
?>
--EXPECT--
int(100000)
bool(true)
