--TEST--
A child that was cancelled before it began never runs, and the scope does not wait for it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope};

scope(function (Scope $scope) {
    $child = async(fn () => print("must not run\n"));
    $child->cancel();
    var_dump($child->isFinished());
});
$late = null;
scope(function (Scope $scope) use (&$late) {
    $early = async(fn () => print("must not run\n"));
    $scope->cancel();
    var_dump($early->isFinished());
    $late = $scope->async(fn () => print("must not run\n"));
});
try {
    await($late);
} catch (CancelledError $e) {
    echo $e->getMessage(), ': ', $e->getPrevious()->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
bool(false)
The coroutine was cancelled: The scope was cancelled
