--TEST--
A fatal error in a nested Fiber, after a raw suspend, in callbacks and in finally of a collected coroutine
--EXTENSIONS--
evloop
--INI--
error_reporting=24575
--FILE--
<?php
$code = <<<'PHP'
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};
register_shutdown_function(fn () => print('shutdown ' . json_encode(Fiber::getCurrent()) . ' '));
async(fn () => delay(1000));
$boom = fn () => delay(0.001) ?? trigger_error('boom', E_USER_ERROR);
$task = [
    'nested Fiber' => fn () => (new Fiber($boom))->start(),
    'raw suspended' => function () use ($boom) {
        $GLOBALS['fiber'] = Fiber::getCurrent();
        Fiber::suspend();
        $boom();
    },
    'finally' => function () {
        try {
            await((new Deferred)->promise);
        } finally {
            trigger_error('boom', E_USER_ERROR);
        }
    },
][$argv[1]] ?? null;
match ($argv[1]) {
    'timer' => Loop::delay(0, $boom),
    'microtask' => Loop::queue($boom),
    'then' => Evloop\Promise::resolve()->then($boom),
    'destructor' => async(fn () => new class { function __destruct() { trigger_error('boom', E_USER_ERROR); } }),
    default => $coroutine = async($task),
};
suspend();
unset($coroutine);
gc_collect_cycles();
isset($fiber) && $fiber->resume();
Loop::run();
echo 'not reached';
PHP;
require __DIR__ . '/../include/child.inc';
foreach (['nested Fiber', 'raw suspended', 'finally', 'timer', 'microtask', 'then', 'destructor'] as $how) {
    echo $how, ': ', run_child($code, $how), "\n";
}
?>
--EXPECTF--
nested Fiber: Fatal error: boom in %s on line %d shutdown null status 255
raw suspended: Fatal error: boom in %s on line %d shutdown null status 255
finally: Fatal error: boom in %s on line %d shutdown null status 255
timer: Fatal error: boom in %s on line %d shutdown null status 255
microtask: Fatal error: boom in %s on line %d shutdown null status 255
then: Fatal error: boom in %s on line %d shutdown null status 255
destructor: Fatal error: boom in %s on line %d shutdown null status 255
