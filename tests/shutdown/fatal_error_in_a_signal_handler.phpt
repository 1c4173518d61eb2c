--TEST--
A fatal error in a pcntl handler that runs while {main} waits: the loop is over, and shutdown functions are told so
--EXTENSIONS--
evloop
posix
--SKIPIF--
<?php function_exists('pcntl_signal') || die('skip no pcntl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';
$code = <<<'PHP'
use Evloop\Loop;
use function Evloop\await;
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => trigger_error('boom', E_USER_ERROR));
register_shutdown_function(function () {
    try {
        Loop::defer(fn () => null);
    } catch (Evloop\LoopException $refused) {
        echo $refused->getMessage();
    }
});
$other = new Evloop\Deferred;
exec('(sleep 0.1; kill -USR1 ' . getmypid() . ') >/dev/null 2>&1 &');
await($other->promise, 5);
PHP;
echo run_child($code), "\n";
?>
--EXPECTF--
Fatal error: boom in %s on line %d The event loop ended with a fatal error status 255
