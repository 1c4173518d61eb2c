--TEST--
Pool: close() tells who waits, destroys what is idle at once and what is lent when it comes back
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{ClosedException, Loop, Pool};
use function Evloop\{async, await, delay};

$pool = new Pool(fn () => new ArrayObject, max: 2, destroy: fn () => print("destroyed\n"));
$lent = $pool->acquire();
$idle = $pool->acquire();
$waiter = async(fn () => $pool->acquire());
delay(0);
$pool->release($idle);
$pool->close(); // the waiter was handed the second one, and has had no turn yet
$pool->close();
delay(0);
foreach ([fn () => await($waiter), fn () => $pool->acquire(), fn () => $pool->use(fn () => 1)] as $call) {
    try {
        $call();
    } catch (ClosedException $e) {
        echo $e->getMessage(), "\n";
    }
}
Loop::run();
echo "releasing\n";
$pool->release($lent);
Loop::run();
echo json_encode($pool->stats()), "\n";
foreach ([fn () => new Pool(fn () => 1, 0), fn () => new Pool(fn () => 1, 1 << 40), fn () => new Pool(fn () => 1, 1, 2), fn () => new Pool(fn () => 1, 1, -1), fn () => new Pool(fn () => 1, 1, 0, NAN), fn () => $pool->__construct(fn () => 1)] as $call) {
    try {
        $call();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECTF--
destroyed
Pool::acquire(): the pool is closed
Pool::acquire(): the pool is closed
Pool::acquire(): the pool is closed
releasing
destroyed
{"lent":0,"idle":0,"pending":0,"waiting":0,"created":2,"destroyed":2}
Evloop\Pool::__construct(): Argument #2 ($max) must be between 1 and 1000000
Evloop\Pool::__construct(): Argument #2 ($max) must be between 1 and 1000000
Evloop\Pool::__construct(): Argument #3 ($min) must be between 0 and argument #2 ($max)
Evloop\Pool::__construct(): Argument #3 ($min) must be between 0 and argument #2 ($max)
Evloop\Pool::__construct(): Argument #4 ($idleTimeout) must be a number of seconds between 0 and %s
The Pool is constructed already
