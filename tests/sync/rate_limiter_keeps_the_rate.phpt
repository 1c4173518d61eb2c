--TEST--
RateLimiter: a burst at once, then never faster than the rate; in order of asking; nothing is taken by who gives up
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
use Evloop\{Loop, RateLimiter, TimeoutException};
use function Evloop\{async, await, delay};

$limiter = new RateLimiter(0.5, 10);
for ($i = 0; $i < 10; $i++) {
    $limiter->acquire();
}
var_dump($limiter->tryAcquire(10));
$limiter = new RateLimiter(1000, 10);
$start = hrtime(true);
for ($i = 0; $i < 40; $i++) {
    $limiter->acquire();
}
$taken = (hrtime(true) - $start) / 1e6;
echo $taken >= 30 ? "not too fast\n" : "too fast: $taken ms\n";

// A large order is not overtaken by small ones.
$limiter = new RateLimiter(500, 4);
$limiter->acquire(4);
$order = '';
foreach (['L' => 4, 'a' => 1, 'b' => 1] as $name => $tokens) {
    async(function () use ($limiter, $name, $tokens, &$order) {
        $limiter->acquire($tokens);
        $order .= $name;
    });
    delay(0);
}
$cancelled = async(fn () => $limiter->acquire(4));
$cancelled->ignore();
delay(0);
$cancelled->cancel();
var_dump($limiter->tryAcquire());
Loop::run();
echo $order[0], strlen($order), "\n"; // the small ones may come in one tick

// One that waits at the head leaves: the next goes on at its own time.
$limiter = new RateLimiter(50, 2);
$limiter->acquire(2);
try {
    async(fn () => $limiter->acquire(1));
    $limiter->acquire(2, 0.001);
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
$start = hrtime(true);
$limiter->acquire(1);
echo (hrtime(true) - $start) / 1e6 < 1000 ? "went on\n" : "waited for who had left\n";
?>
--EXPECT--
bool(false)
not too fast
bool(false)
L3
RateLimiter::acquire(): the tokens were not there within 0.001 seconds
went on
