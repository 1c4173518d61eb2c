--TEST--
The time of an inner scope ends that one only
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Scope, TimeoutException};
use function Evloop\{async, delay, scope, timeout};

echo scope(function (Scope $outer) {
    async(function () {
        delay(0.3);
        echo "the sibling goes on\n";
    });
    try {
        timeout(0.01, fn () => delay(60));
    } catch (TimeoutException) {
        echo "the inner one is late\n";
    }
    var_dump($outer->isCancelled());
    return delay(0.01, 'and the body, too');
}, timeout: 60.0), "\n";
?>
--EXPECT--
the inner one is late
bool(false)
the sibling goes on
and the body, too
