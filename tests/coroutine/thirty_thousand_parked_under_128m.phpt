--TEST--
30,000 parked coroutines under memory_limit 128M, all of them wake
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_SLOW_TESTS')) die('skip slow'); if ((int) @file_get_contents('/proc/sys/vm/max_map_count') < 65530) die('skip needs 65530 memory maps');
?>
--INI--
memory_limit=128M
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

$gate = new Deferred;
$woken = 0;
$all = [];
for ($i = 0; $i < 30000; $i++) {
    $all[] = async(function () use ($gate, &$woken) {
        await($gate->promise);
        $woken++;
    });
}
suspend();
$megabytes = memory_get_usage() / 1048576;
echo $megabytes < 100 ? "fits\n" : "$megabytes MB\n";
$gate->resolve();
array_map(await(...), $all);
echo "$woken woke\n";
?>
--EXPECT--
fits
30000 woke
