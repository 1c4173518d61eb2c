--TEST--
Semaphore and Mutex: a waiter that is cancelled, late or destroyed takes no permit with it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Loop, Mutex, Semaphore, TimeoutException};
use function Evloop\{async, await, delay};

foreach ([new Semaphore(1), new Mutex] as $lock) {
    $permit = $lock->acquire();
    $acquire = fn () => async(function () use ($lock) {
        $permit = $lock->acquire();
        delay(0);
        return 'had it';
    });
    [$cancelled, $handed, $last] = [$acquire(), $acquire(), $acquire()];
    delay(0);
    $cancelled->cancel();
    $cancelled->ignore();
    $permit->release();
    $handed->cancel(); // it has the permit already, and is cancelled at the next suspension
    try {
        await($handed);
    } catch (CancelledError $e) {
        echo 'cancelled, ', await($last), ', ';
    }
    $permit = $lock->acquire();
    try {
        $lock->acquire(0.001);
    } catch (TimeoutException $e) {
        echo $e->getMessage(), "\n";
    }

    // {main} is handed the permit, and gets an error that nobody took instead of its turn.
    Loop::defer(function () use ($permit) {
        $permit->release();
        throw new Exception('for {main}');
    });
    try {
        $lock->acquire();
    } catch (Exception $e) {
        echo $e->getMessage(), ', ', $lock->tryAcquire() ? 'free' : 'lost', "\n";
    }
}
?>
--EXPECT--
cancelled, had it, Semaphore::acquire(): no permit became free within 0.001 seconds
for {main}, free
cancelled, had it, Mutex::acquire(): no permit became free within 0.001 seconds
for {main}, free
