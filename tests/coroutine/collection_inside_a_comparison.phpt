--TEST--
A comparison of usort() destroys coroutines that are parked, in usort() too: its own sorting goes on
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

$finally = 0;
$wait = function () use (&$finally) {
    try {
        await((new Deferred)->promise);
    } finally {
        $finally++;
    }
};
$garbage = [
    $wait,
    function () use ($wait) {
        $array = [2, 1];
        usort($array, $wait);
    },
    function () use ($wait) {
        $array = [2, 1];
        array_walk($array, $wait);
    },
];
foreach ([fn ($task) => $task(), fn ($task) => await(async($task))] as $where) {
    foreach ($garbage as $task) {
        async($task);
        suspend();
        echo $where(function () {
            $array = [3, 1, 2];
            usort($array, fn ($a, $b) => gc_collect_cycles() * 0 + ($a <=> $b));
            array_walk($array, fn (&$value) => $value += gc_collect_cycles() * 0 + 10);
            return implode(' ', $array);
        }), " $finally\n";
    }
}
?>
--EXPECT--
11 12 13 1
11 12 13 2
11 12 13 3
11 12 13 4
11 12 13 5
11 12 13 6
