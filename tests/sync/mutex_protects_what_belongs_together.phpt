--TEST--
Mutex: one at a time across suspensions, in order
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Mutex};
use function Evloop\{async, delay};

$mutex = new Mutex;
$balance = 0;
$order = [];
for ($i = 0; $i < 50; $i++) {
    $body = function () use ($i, &$balance, &$order) {
        $before = $balance;
        delay(0);
        $balance = $before + 1;
        $order[] = $i;
    };
    async($mutex->synchronized(...), $body);
}
Loop::run();
$sorted = $order;
sort($sorted);
var_dump($balance, count(array_unique($sorted)), $mutex->isLocked());
$permit = $mutex->tryAcquire();
var_dump($permit !== null, $mutex->tryAcquire(), $mutex->isLocked());
?>
--EXPECT--
int(50)
int(50)
bool(false)
bool(true)
NULL
bool(true)
