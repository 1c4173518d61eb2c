--TEST--
A detached coroutine is a child of the loop: it outlives the scope, is not cancelled with it, and does not fail it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Scope};
use function Evloop\{async, await, delay, detached, scope};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$detached = scope(function (Scope $scope) use (&$goesOn) {
    detached(fn () => throw new Exception('of a detached one'));
    $goesOn = detached(function () {
        var_dump(Scope::current());
        async(fn () => print("its child is the loop's, too\n"));
        return delay(0.02, 'went on');
    });
    delay(0);
    $scope->cancel();
});
echo "the scope has ended\n";
echo await($goesOn), "\n";
?>
--EXPECT--
reported: of a detached one
NULL
its child is the loop's, too
the scope has ended
went on
