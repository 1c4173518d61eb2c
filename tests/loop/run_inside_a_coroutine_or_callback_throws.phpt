--TEST--
run(), runOnce() and Evloop\run() inside of the loop throw LogicException with advice
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, run};

$try = function () {
    foreach ([Loop::run(...), Loop::runOnce(...), fn () => run(fn () => 1)] as $call) {
        try {
            $call();
            echo "returned\n";
        } catch (LogicException $e) {
            echo $e->getMessage(), "\n";
        }
    }
};
async($try);
Loop::run();
Loop::defer($try);
Loop::run();
Loop::queue(fn () => (new Fiber($try))->start());
Loop::run();
?>
--EXPECT--
Loop::run() drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for
Loop::runOnce() drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for
Evloop\run() drives the loop from outside; in a coroutine or callback call the function, or start it with async()
Loop::run() drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for
Loop::runOnce() drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for
Evloop\run() drives the loop from outside; in a coroutine or callback call the function, or start it with async()
Loop::run() drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for
Loop::runOnce() drives the loop from outside; in a coroutine or callback it runs already: await() what you wait for
Evloop\run() drives the loop from outside; in a coroutine or callback call the function, or start it with async()
