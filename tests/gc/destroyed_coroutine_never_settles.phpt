--TEST--
Awaiting a coroutine that is destroyed meanwhile: it is never settled, so it is a deadlock and not a result
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\{DeadlockException, Deferred};
use function Evloop\{async, await, suspend};

// Whoever awaits a coroutine holds it: only a collection of both can destroy it.
$log = [];
(function () use (&$log) {
    $a = async(function () use (&$log, &$b) {
        try {
            await((new Deferred)->promise);
        } finally {
            $log[] = 'a';
        }
    });
    $b = async(function () use ($a, &$log) {
        try {
            await($a);
            $log[] = 'went on';
        } catch (Throwable $e) {
            $log[] = get_class($e);
        } finally {
            $log[] = 'b';
        }
    });
    $a->then(fn () => $log[] = 'then')->catch(fn () => $log[] = 'catch');
})();
suspend();
suspend();
gc_collect_cycles();
suspend();
sort($log);
echo implode(' ', $log), "\n";
?>
--EXPECT--
a b
