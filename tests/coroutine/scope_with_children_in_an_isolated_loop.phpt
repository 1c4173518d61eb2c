--TEST--
A child that a scope is given inside Loop::isolate() runs there; what is left when that ends is unwound
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Scope};
use function Evloop\{async, await, delay, scope};

scope(function (Scope $outer) {
    Loop::isolate(function () use ($outer) {
        $outer->async(fn () => print("runs there\n"));
        $outer->async(function () {
            try {
                await((new Deferred)->promise);
            } finally {
                echo "unwound with it\n";
            }
        });
        delay(0.001);
    });
    echo "back\n";
    async(fn () => print("a child of the loop outside\n"));
});
echo "ended\n";
?>
--EXPECTF--
runs there

Warning: Loop::isolate() closes what its main coroutine has left:
 in %s on line 6
unwound with it
back
a child of the loop outside
ended
