--TEST--
A plain Fiber inside a scope: what it starts is a child of that scope; a scope() of its own is one of its own
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope};

try {
    scope(function (Scope $outer) {
        (new Fiber(function () use ($outer) {
            var_dump(Scope::current() === $outer);
            async(function () {
                try {
                    delay(60);
                } finally {
                    echo "a child of the outer scope\n";
                }
            });
            scope(function (Scope $inner) use ($outer) {
                var_dump($inner !== $outer);
                async(fn () => print("a child of the inner scope\n"));
            });
            echo "the inner scope has ended\n";
        }))->start();
        delay(0.005);
        $outer->cancel();
        delay(0);
    });
} catch (CancelledError) {
    echo "cancelled\n";
}
?>
--EXPECT--
bool(true)
bool(true)
a child of the inner scope
the inner scope has ended
a child of the outer scope
cancelled
