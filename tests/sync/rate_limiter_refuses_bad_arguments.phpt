--TEST--
RateLimiter: rates, bursts, tokens and timeouts out of range
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\RateLimiter;

$limiter = new RateLimiter(10, 5);
foreach ([
    fn () => new RateLimiter(0),
    fn () => new RateLimiter(NAN),
    fn () => new RateLimiter(INF),
    fn () => new RateLimiter(-1),
    fn () => new RateLimiter(1, 0),
    fn () => new RateLimiter(1, PHP_INT_MAX),
    fn () => $limiter->__construct(1),
    fn () => $limiter->acquire(0),
    fn () => $limiter->acquire(6),
    fn () => $limiter->tryAcquire(PHP_INT_MAX),
    fn () => $limiter->tryAcquire(-1),
    fn () => $limiter->acquire(1, NAN),
] as $call) {
    try {
        $call();
        echo "accepted\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
var_dump($limiter->tryAcquire(5), $limiter->tryAcquire());
new RateLimiter(1e-6, 1_000_000_000);
new RateLimiter(1e9);
?>
--EXPECTF--
ValueError: Evloop\RateLimiter::__construct(): Argument #1 ($perSecond) must be between 1.0e-%d and 1.0e+%d
ValueError: Evloop\RateLimiter::__construct(): Argument #1 ($perSecond) must be between 1.0e-%d and 1.0e+%d
ValueError: Evloop\RateLimiter::__construct(): Argument #1 ($perSecond) must be between 1.0e-%d and 1.0e+%d
ValueError: Evloop\RateLimiter::__construct(): Argument #1 ($perSecond) must be between 1.0e-%d and 1.0e+%d
ValueError: Evloop\RateLimiter::__construct(): Argument #2 ($burst) must be between 1 and 1000000000
ValueError: Evloop\RateLimiter::__construct(): Argument #2 ($burst) must be between 1 and 1000000000
Error: The RateLimiter is constructed already
ValueError: Evloop\RateLimiter::acquire(): Argument #1 ($tokens) must be between 1 and the burst, which is 5
ValueError: Evloop\RateLimiter::acquire(): Argument #1 ($tokens) must be between 1 and the burst, which is 5
ValueError: Evloop\RateLimiter::tryAcquire(): Argument #1 ($tokens) must be between 1 and the burst, which is 5
ValueError: Evloop\RateLimiter::tryAcquire(): Argument #1 ($tokens) must be between 1 and the burst, which is 5
ValueError: Evloop\RateLimiter::acquire(): Argument #2 ($timeout) must be a number of seconds between 0 and %s
bool(true)
bool(false)
