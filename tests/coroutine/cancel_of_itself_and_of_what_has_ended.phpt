--TEST--
Cancelling itself takes effect at the next suspension; what has ended stays as it is
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Coroutine, Deferred, Loop, Promise};
use function Evloop\{async, await, delay};

$self = async(function () {
    Coroutine::current()->cancel();
    echo "goes on\n";
    delay(0);
    echo "must not run\n";
});
try {
    await($self);
} catch (CancelledError) {
    echo "cancelled\n";
}
$ended = async(fn () => 'ended');
await($ended);
$ended->cancel();
echo await($ended), "\n";
$inner = new Promise(fn () => null, fn () => print("what it returned is cancelled\n"));
$following = async(fn () => $inner);
delay(0);
$following->cancel();
echo $following->state()->name, "\n";

Loop::setErrorHandler(fn () => print("must not be reported\n"));
Loop::defer(function () {
    Coroutine::current()->cancel();
    delay(0);
    echo "must not run\n";
});
$done = new Deferred;
$woken = async(fn () => await($done->promise));
delay(0);
$done->resolve('a result that is there is told');
$woken->cancel();
echo await($woken), "\n";
?>
--EXPECT--
goes on
cancelled
ended
what it returned is cancelled
Rejected
a result that is there is told
