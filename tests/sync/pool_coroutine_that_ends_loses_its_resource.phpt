--TEST--
Pool: what a coroutine has not given back when it ends, returns, throws, is cancelled or collected, is destroyed, and others get a new one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Event, Loop, Pool};
use function Evloop\{async, await, delay};

$number = 0;
$pool = new Pool(function () use (&$number) {
    return new ArrayObject([++$number]);
}, max: 1, destroy: fn ($resource) => print("destroyed $resource[0]\n"));
$ways = [
    'returns' => fn () => 1,
    'throws' => fn () => throw new Exception,
    'is cancelled' => fn () => delay(60),
    'is collected' => fn () => await((new Deferred)->promise),
];
foreach ($ways as $way => $rest) {
    $go = new Event;
    $coroutine = async(function () use ($pool, $rest, $go) {
        $resource = $pool->acquire();
        $go->await();
        $rest();
    });
    $coroutine->ignore();
    delay(0);
    $waiter = async(fn () => $pool->use(fn ($resource) => $resource[0]));
    delay(0);
    $go->set();
    delay(0);
    if ($way === 'is cancelled') {
        $coroutine->cancel();
    }
    unset($coroutine, $go);
    gc_collect_cycles();
    delay(0);
    echo "$way: next has " . await($waiter) . "\n";
    $pool->discard($pool->acquire());
    delay(0);
    delay(0);
}

// {main}'s is its own, a callback's is not, and one that was given back in time is kept.
$mine = $pool->acquire();
Loop::run();
$pool->release($mine);
Loop::defer(fn () => $pool->acquire());
delay(0.005);
async(fn () => $pool->release($pool->acquire()));
Loop::run();
echo json_encode($pool->stats()), "\n";
?>
--EXPECT--
destroyed 1
returns: next has 2
destroyed 2
destroyed 3
throws: next has 4
destroyed 4
destroyed 5
is cancelled: next has 6
destroyed 6
destroyed 7
is collected: next has 8
destroyed 8
destroyed 9
{"lent":0,"idle":1,"pending":0,"waiting":0,"created":10,"destroyed":9}
