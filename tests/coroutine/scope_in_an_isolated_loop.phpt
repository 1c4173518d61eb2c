--TEST--
A scope in an isolated loop, and around one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Scope, TimeoutException};
use function Evloop\{async, delay, scope};

echo Loop::isolate(function () {
    return scope(function (Scope $scope) {
        async(fn () => print(delay(0.001, "a child in the isolated loop\n")));
        return "returned\n";
    });
});
scope(function (Scope $outer) {
    Loop::isolate(function () use ($outer) {
        var_dump(Scope::current());
        try {
            scope(fn () => delay(60), timeout: 0.01);
        } catch (TimeoutException $e) {
            echo $e->getMessage(), "\n";
        }
        $outer->cancel(new Exception('from the isolated loop'));
        delay(0.001);
        echo "which is not cancelled itself\n";
    });
    try {
        delay(0);
    } catch (Error $e) {
        echo $e->getPrevious()->getMessage(), "\n";
    }
});
?>
--EXPECT--
a child in the isolated loop
returned
NULL
Not done within 0.01 seconds
which is not cancelled itself
from the isolated loop
