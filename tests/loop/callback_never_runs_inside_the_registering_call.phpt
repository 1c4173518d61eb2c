--TEST--
No callback runs inside the call that registers it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, detached};

$register = function () {
    $inside = true;
    $count = 0;
    $callback = function () use (&$inside, &$count) {
        $count++;
        if ($inside) {
            echo "called inside\n";
        }
    };
    $settled = new Deferred;
    Loop::defer($callback);
    Loop::delay(0, $callback);
    Loop::queue($callback);
    async($callback);
    detached($callback);
    Promise::resolve(1)->then($callback);
    Promise::resolve(1)->finally($callback);
    $settled->promise->then($callback);
    $settled->resolve();
    $inside = false;
    Loop::delay(0.002, function () use (&$count) {
        echo "$count called\n";
    });
};
$register();
Loop::run();
Loop::defer($register);
Loop::run();
?>
--EXPECT--
8 called
8 called
