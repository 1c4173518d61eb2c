--TEST--
max_execution_time exceeded in a coroutine, in callbacks, in a destructor, and with others waiting
--EXTENSIONS--
evloop
--FILE--
<?php
$code = <<<'PHP'
use Evloop\{Loop, Promise};
use function Evloop\{async, delay};
register_shutdown_function(fn () => print('shutdown ' . json_encode(Fiber::getCurrent()) . ' '));
async(function () {
    try {
        delay(1000);
    } finally {
        echo 'not unwound after a fatal error';
    }
});
set_time_limit(1);
$boom = function (): void {
    delay(0.001);
    for (;;);
};
match ($argv[1]) {
    'coroutine' => async($boom),
    'timer' => Loop::delay(0.001, $boom),
    'then' => Promise::resolve(1)->then($boom),
    'destructor' => Loop::defer(fn () => new class { function __destruct() { for (;;); } }),
    'chain of callbacks' => ($chain = function () use (&$chain): void { Loop::defer($chain); })(),
};
Loop::run();
echo 'not reached';
PHP;
require __DIR__ . '/../include/child.inc';
foreach (['coroutine', 'timer', 'then', 'destructor', 'chain of callbacks'] as $how) {
    echo $how, ': ', run_child($code, $how), "\n";
}
?>
--EXPECTREGEX--
coroutine: Fatal error: Maximum execution time of 1 second exceeded .* shutdown null status 255
timer: Fatal error: Maximum execution time of 1 second exceeded .* shutdown null status 255
then: Fatal error: Maximum execution time of 1 second exceeded .* shutdown null status 255
destructor: Fatal error: Maximum execution time of 1 second exceeded .* shutdown null status 255
chain of callbacks: Fatal error: Maximum execution time of 1 second exceeded .* shutdown null status 255
