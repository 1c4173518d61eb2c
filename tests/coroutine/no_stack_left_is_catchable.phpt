--TEST--
More stacks than the kernel has memory maps for: coroutines fail with a LoopException, the others go on
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_SLOW_TESTS')) die('skip slow');
$maps = (int) @file_get_contents('/proc/sys/vm/max_map_count');
if ($maps < 10000 || $maps > 70000) die('skip needs a limit of memory maps within reach');
?>
--INI--
memory_limit=512M
--FILE--
<?php
use Evloop\{Deferred, Loop, LoopException};
use function Evloop\{async, await, suspend};

$gate = new Deferred;
$woke = 0;
for ($i = 0; $i < 36000; $i++) {
    $all[] = async(function () use ($gate, &$woke) {
        await($gate->promise);
        $woke++;
    });
}
Loop::defer(fn () => print("callbacks wait for a stack\n"));
suspend();
$gate->resolve();
$failed = 0;
foreach ($all as $coroutine) {
    try {
        await($coroutine);
    } catch (LoopException $e) {
        $failed++;
    }
}
echo preg_replace('~\d+~', 'N', $e->getMessage()), "\n";
var_dump($failed > 0, $woke > 4000, $failed + $woke);
echo await(async(fn () => 'works again')), "\n";
?>
--EXPECT--
No stack for another coroutine: N stacks are the most that vm.max_map_count allows
bool(true)
bool(true)
int(36000)
callbacks wait for a stack
works again
