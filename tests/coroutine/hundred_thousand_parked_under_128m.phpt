--TEST--
100,000 parked coroutines under memory_limit 128M, at most 12 KB of memory and page tables each, all of them wake
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_SLOW_TESTS')) die('skip slow');
if (PHP_OS_FAMILY !== 'Linux' || version_compare(php_uname('r'), '6.13', '<')) die('skip needs guards that cost no memory map: Linux 6.13');
if (!preg_match('~MemAvailable:\s+(\d+)~', file_get_contents('/proc/meminfo'), $match) || $match[1] < 2 << 20) die('skip needs 2 GB');
?>
--INI--
memory_limit=128M
evloop.stack_size=256K
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await};

function kilobytes(): int
{
    preg_match_all('/^Vm(?:RSS|PTE):\s+(\d+) kB/m', file_get_contents('/proc/self/status'), $sizes);
    return array_sum($sizes[1]);
}

$gate = new Deferred;
$woken = 0;
$wait = function () use ($gate, &$woken) {
    await($gate->promise);
    $woken++;
};
$before = kilobytes();
for ($i = 0; $i < 100000; $i++) {
    async($wait);
}
while (Loop::runOnce(false));
$each = (kilobytes() - $before) / 100000;
// Where everything is hot at once the JIT compiles on the coroutines' own stacks.
$limit = ini_get('opcache.jit_hot_func') === '2' ? 16 : 12;
echo $each <= $limit ? "at most 12 KB each\n" : "$each KB each\n";
echo count(file('/proc/self/maps')) < 1000 ? "hardly any memory maps\n" : "too many memory maps\n";
$gate->resolve();
Loop::run();
echo "$woken woke\n";
?>
--EXPECT--
at most 12 KB each
hardly any memory maps
100000 woke
