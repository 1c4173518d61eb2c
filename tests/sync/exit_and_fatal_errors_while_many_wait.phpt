--TEST--
exit() and fatal errors while coroutines wait everywhere, served and unserved, end the script as usual
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';

$setup = <<<'PHP'
use Evloop\{Barrier, Channel, Deferred, Event, Mutex, Pool, RateLimiter, Semaphore};
use function Evloop\{async, delay, select};
$channel = new Channel;
$mutex = new Mutex;
$permit = $mutex->acquire();
$event = new Event;
$limiter = new RateLimiter(0.01);
$limiter->acquire();
$pool = new Pool(fn () => new ArrayObject, max: 1, idleTimeout: 1.0, destroy: fn () => delay(1));
$resource = $pool->acquire();
foreach ([
    fn () => $channel->receive(), fn () => $channel->receive(5.0), fn () => select([$channel->onReceive(), $channel->onReceive()]),
    fn () => $mutex->synchronized(fn () => delay(5)), fn () => $event->await(), fn () => (new Barrier(2))->arrive(),
    fn () => $limiter->acquire(), fn () => $pool->use(fn () => delay(5)), fn () => select([$channel->onReceive(), (new Deferred)->promise]),
] as $wait) {
    async($wait)->ignore();
}
register_shutdown_function(function () use ($channel, $mutex, $pool, $event, $limiter) {
    try {
        echo $channel->trySend(2) ? '' : 'nobody ', $mutex->tryAcquire() ? '' : 'locked ', $event->set(), $pool->close(), $channel->close(), gc_collect_cycles() >= 0 ? 'shut down ' : '';
    } catch (Throwable $e) {
        echo get_class($e), ' ';
    }
});
delay(0);
PHP;
foreach ([
    'exit(3);',
    '$channel->send(1); $event->set(); $permit->release(); $pool->release($resource); exit(4);',
    'async(fn () => [$channel->send(1), $event->set(), exit(5)]); $channel->receive(); $channel->receive();',
    'async(fn () => trigger_error("fatal", E_USER_ERROR)); (new Channel)->receive();',
    'async(fn () => trigger_error("fatal", E_USER_ERROR)); $channel->receive();',
    'async(fn () => [$permit->release(), $channel->send(1), trigger_error("fatal", E_USER_ERROR)]); select([$channel->onReceive(), (new Deferred)->promise]);',
] as $end) {
    echo run_child($setup . $end), "\n";
}
?>
--EXPECTF--
locked shut down status 3
locked shut down status 4
locked shut down status 5
%AFatal error: fatal in %s nobody locked %s
%AFatal error: fatal in %s nobody locked %s
%AFatal error: fatal in %s nobody %s
