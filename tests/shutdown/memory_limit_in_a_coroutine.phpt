--TEST--
memory_limit exceeded in a coroutine, a nested Fiber, after a raw suspend, in callbacks
--EXTENSIONS--
evloop
--FILE--
<?php
$code = <<<'PHP'
use Evloop\Loop;
use function Evloop\{async, delay, suspend};
ini_set('memory_limit', '16M');
register_shutdown_function(fn () => print('shutdown ' . json_encode(Fiber::getCurrent()) . ' '));
async(fn () => delay(1000));
$boom = fn () => delay(0.001) ?? str_repeat('x', 100 << 20);
$task = [
    'coroutine' => $boom,
    'nested Fiber' => fn () => (new Fiber($boom))->start(),
    'raw suspended' => function () use ($boom) {
        $GLOBALS['fiber'] = Fiber::getCurrent();
        Fiber::suspend();
        $boom();
    },
][$argv[1]] ?? null;
match ($argv[1]) {
    'timer' => Loop::delay(0, $boom),
    'microtask' => Loop::queue($boom),
    default => async($task),
};
suspend();
isset($fiber) && $fiber->resume();
Loop::run();
echo 'not reached';
PHP;
require __DIR__ . '/../include/child.inc';
foreach (['coroutine', 'nested Fiber', 'raw suspended', 'timer', 'microtask'] as $how) {
    echo $how, ': ', run_child($code, $how), "\n";
}
?>
--EXPECTF--
coroutine: Fatal error: Allowed memory size of 16777216 bytes exhausted%sshutdown null status 255
nested Fiber: Fatal error: Allowed memory size of 16777216 bytes exhausted%sshutdown null status 255
raw suspended: Fatal error: Allowed memory size of 16777216 bytes exhausted%sshutdown null status 255
timer: Fatal error: Allowed memory size of 16777216 bytes exhausted%sshutdown null status 255
microtask: Fatal error: Allowed memory size of 16777216 bytes exhausted%sshutdown null status 255
