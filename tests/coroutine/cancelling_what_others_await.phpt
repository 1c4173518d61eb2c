--TEST--
Those outside who await a coroutine that is cancelled get its CancelledError, and are not cancelled themselves
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, await, delay};

$child = async(fn () => delay(60));
$waiters = [];
for ($i = 1; $i <= 3; $i++) {
    $waiters[] = async(function () use ($child, $i) {
        try {
            await($child);
        } catch (CancelledError $e) {
            echo "$i: {$e->getPrevious()->getMessage()}\n";
        }
        delay(0);
        echo "$i goes on\n";
    });
}
delay(0);
$waiters[1]->cancel(new Exception('only the second'));
delay(0);
echo $child->state()->name, "\n";
$child->cancel(new Exception('all of it'));
array_map(fn ($waiter) => await($waiter->catch(fn () => null)), $waiters);
?>
--EXPECT--
2: only the second
Pending
1: all of it
3: all of it
1 goes on
3 goes on
