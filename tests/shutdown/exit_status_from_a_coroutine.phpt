--TEST--
exit() in a coroutine, callback, Fiber or unwound finally gives its status
--EXTENSIONS--
evloop
--FILE--
<?php
$code = <<<'PHP'
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};
register_shutdown_function(fn () => print('shutdown '));
$task = [
    'coroutine' => fn () => exit(3),
    'after waiting' => fn () => delay(0.001) ?? exit(3),
    'nested Fiber' => fn () => (new Fiber(fn () => delay(0.001) ?? exit(3)))->start(),
    'raw suspended' => function () {
        $GLOBALS['fiber'] = Fiber::getCurrent();
        Fiber::suspend();
        exit(3);
    },
    'automatic run' => fn () => exit(3),
][$argv[1]] ?? null;
match ($argv[1]) {
    'microtask' => Loop::queue(fn () => exit(3)),
    'timer' => Loop::delay(0, fn () => exit(3)),
    'error handler' => Loop::setErrorHandler(fn () => exit(3)) ?? async(fn () => throw new Exception),
    'then' => Evloop\Promise::resolve()->then(fn () => exit(3)),
    'executor' => new Evloop\Promise(fn () => exit(3)),
    default => async($task),
};
suspend();
isset($fiber) && $fiber->resume();
$argv[1] === 'automatic run' || Loop::run();
echo 'not reached';
PHP;
require __DIR__ . '/../include/child.inc';
foreach (['coroutine', 'after waiting', 'nested Fiber', 'raw suspended', 'microtask', 'timer', 'error handler', 'then', 'executor'] as $how) {
    echo $how, ': ', run_child($code, $how), "\n";
}
?>
--EXPECT--
coroutine: shutdown status 3
after waiting: shutdown status 3
nested Fiber: shutdown status 3
raw suspended: shutdown status 3
microtask: shutdown status 3
timer: shutdown status 3
error handler: shutdown status 3
then: shutdown status 3
executor: shutdown status 3
