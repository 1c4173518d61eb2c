--TEST--
A million timers, 90 % of them cancelled: the others fire, and the memory is back within 1 MiB
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_SLOW_TESTS')) die('skip slow');
if (getenv('SKIP_ASAN') || getenv('USE_ZEND_ALLOC') === '0') die('skip measures memory');
?>
--INI--
memory_limit=1G
--FILE--
<?php
use Evloop\Loop;

function resident(): int
{
    gc_collect_cycles();
    gc_mem_caches();
    // VmRSS of /proc/self/status is counted in batches.
    preg_match('~Rss:\s+(\d+)~', @file_get_contents('/proc/self/smaps_rollup') ?: 'Rss: 0', $match);
    return (int) $match[1];
}
function timers(int $count): int
{
    $fired = 0;
    for ($i = 0; $i < $count; $i++) {
        $watcher = Loop::delay(0.001 * ($i % 100), function () use (&$fired) { $fired++; });
        $i % 10 === 0 ?: $watcher->cancel();
    }
    Loop::run();
    return $fired;
}
timers(1000);
// The engine's table of objects never shrinks.
for ($i = 0; $i < 2100000; $i++) {
    $objects[] = new stdClass;
}
unset($objects);
$memory = memory_get_usage();
$resident = resident();
echo timers(1000000), " fired\n";
echo memory_get_usage() - $memory < 1048576 ? "PHP's heap is back\n" : memory_get_usage() - $memory . " bytes more\n";
echo resident() - $resident < 1024 ? "memory is back\n" : resident() - $resident . " KB more\n";

// All of them waiting at once.
$watchers = [];
for ($i = 0; $i < 1000000; $i++) {
    $watchers[] = Loop::delay(1000, fn () => 1);
}
$i = 0;
foreach ($watchers as $watcher) {
    $i++ % 10 === 0 ? Loop::delay(0, fn () => 1) : null;
    $watcher->cancel();
}
$watchers = $watcher = null;
Loop::run();
echo memory_get_usage() - $memory < 1048576 ? "PHP's heap is back\n" : memory_get_usage() - $memory . " bytes more\n";
echo resident() - $resident < 4096 ? "memory is back\n" : resident() - $resident . " KB more\n";
?>
--EXPECT--
100000 fired
PHP's heap is back
memory is back
PHP's heap is back
memory is back
