--TEST--
Semaphore: at most so many at once, in the order of asking, and nobody goes ahead of who waits
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Semaphore};
use function Evloop\{async, delay};

foreach ([1, 3] as $permits) {
    $semaphore = new Semaphore($permits);
    $held = array_map(fn () => $semaphore->acquire(), range(1, $permits));
    [$order, $now, $most] = ['', 0, 0];
    for ($i = 0; $i < 6; $i++) {
        async(function () use ($semaphore, $i, &$order, &$now, &$most) {
            $permit = $semaphore->acquire();
            $order .= $i;
            $most = max($most, ++$now);
            delay(0);
            $now--;
        });
        delay(0);
    }
    unset($held);
    Loop::run();
    echo $permits === 1 ? "$order, " : '', "$most at once, ", $semaphore->available(), " available\n";
}

// A permit that was given back is on its way to who waits: neither tryAcquire() nor acquire() can take it.
$one = new Semaphore(1);
$permit = $one->tryAcquire();
var_dump($one->tryAcquire());
$waiter = async(function () use ($one) {
    $permit = $one->acquire();
    echo "waiter has it\n";
});
delay(0);
$permit->release();
$permit->release();
var_dump($one->tryAcquire(), $one->available());
$permit = $one->acquire();
echo "{main} has it\n";
unset($permit);
var_dump($one->available());
?>
--EXPECT--
012345, 1 at once, 1 available
3 at once, 3 available
NULL
NULL
int(0)
waiter has it
{main} has it
int(1)
