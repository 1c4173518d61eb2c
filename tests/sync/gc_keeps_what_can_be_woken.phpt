--TEST--
A coroutine that somebody can still wake survives any collection
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Barrier, Channel, Deferred, Event, Loop, Mutex, Pool, RateLimiter, Semaphore};
use function Evloop\{async, await, delay, select};

$channel = new Channel;
$other = new Channel;
$deferred = new Deferred;
$mutex = new Mutex;
$permit = $mutex->acquire();
$event = new Event;
$barrier = new Barrier(2);
$pool = new Pool(fn () => new ArrayObject, max: 1);
$resource = $pool->acquire();
$limiter = new RateLimiter(1000);
$limiter->acquire();
$waits = [
    'receive' => fn () => $channel->receive(),
    'send' => fn () => $other->send(1),
    'select' => fn () => select([(new Channel)->onReceive(), (new Channel)->onSend(1), $deferred->promise, (new Deferred)->promise]),
    'select with a timeout' => fn () => select([(new Channel)->onReceive(), (new Channel)->onReceive()], 0.01),
    'receive with a timeout' => fn () => (new Channel)->receive(0.01),
    'mutex' => fn () => $mutex->acquire(),
    'event' => fn () => $event->await(),
    'barrier' => fn () => $barrier->arrive(),
    'pool' => fn () => $pool->acquire(),
    'limiter' => fn () => $limiter->acquire(),
];
$woken = [];
foreach ($waits as $name => $wait) {
    async(function () use ($name, $wait, &$woken) {
        $cycle = new stdClass;
        $cycle->self = $cycle;
        $cycle->name = $name;
        try {
            $wait();
        } catch (Evloop\TimeoutException) {
        }
        $woken[] = $cycle->name;
    });
}
unset($waits);
for ($i = 0; $i < 10; $i++) {
    delay(0);
    gc_collect_cycles();
}
$channel->send(1);
$other->receive();
$deferred->resolve();
$permit->release();
$event->set();
$barrier->arrive();
$pool->release($resource);
gc_collect_cycles();
Loop::run();
sort($woken);
echo implode(', ', $woken), "\n";
?>
--EXPECT--
barrier, event, limiter, mutex, pool, receive, receive with a timeout, select, select with a timeout, send
