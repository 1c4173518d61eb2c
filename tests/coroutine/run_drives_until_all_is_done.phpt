--TEST--
run() returns what the main coroutine returned, after everything else has ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{DeadlockException, Deferred, Loop, LoopException};
use function Evloop\{async, await, delay, detached, run};

var_dump(run(function () {
    async(function () {
        delay(0.003);
        echo "child\n";
    });
    detached(fn () => print("detached\n"));
    Loop::delay(0.002, fn () => print("timer\n"));
    return 'main returned';
}));
try {
    run(fn () => throw new DomainException('main threw'));
} catch (DomainException $e) {
    var_dump($e->getMessage());
}
try {
    run(fn () => await((new Deferred)->promise));
} catch (DeadlockException $e) {
    echo strtok($e->getMessage(), "\n"), "\n";
}
try {
    run(function () {
        Loop::stop();
        delay(30);
    });
} catch (LoopException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
detached
timer
child
string(13) "main returned"
string(10) "main threw"
Nothing is left that could wake the main coroutine:
The loop was stopped before the main coroutine ended
