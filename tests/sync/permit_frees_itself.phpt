--TEST--
Permit: given back when it is destroyed, by scope, exception or the collector, and after the callback of withPermit() and synchronized()
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Mutex, Semaphore};

$semaphore = new Semaphore(3);
(function () use ($semaphore) {
    $permit = $semaphore->acquire();
    echo $semaphore->available();
})();
try {
    $semaphore->withPermit(function () use ($semaphore) {
        echo $semaphore->available();
        throw new Exception;
    });
} catch (Exception) {
    echo $semaphore->available(), "\n";
}
$cycle = new stdClass;
$cycle->permit = $semaphore->acquire();
$cycle->self = $cycle;
unset($cycle);
echo $semaphore->available();
gc_collect_cycles();
echo $semaphore->available(), "\n";

$mutex = new Mutex;
echo $mutex->synchronized(fn () => 'result ' . json_encode($mutex->isLocked())), ' ', json_encode($mutex->isLocked()), "\n";
$permit = $mutex->acquire();
unset($mutex); // the permit holds it
$permit->release();
$permit->release();

foreach ([0, -1, PHP_INT_MAX] as $permits) {
    try {
        new Semaphore($permits);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
223
23
result true false
Evloop\Semaphore::__construct(): Argument #1 ($permits) must be between 1 and 2147483647
Evloop\Semaphore::__construct(): Argument #1 ($permits) must be between 1 and 2147483647
Evloop\Semaphore::__construct(): Argument #1 ($permits) must be between 1 and 2147483647
