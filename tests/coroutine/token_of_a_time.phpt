--TEST--
Cancellation::timeout() counts from its call; it holds the loop only while somebody listens
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancelledError, Deferred, Loop, TimeoutException};
use function Evloop\{await, delay, scope};

$begin = Loop::now();
$token = Cancellation::timeout(0.02);
$far = Cancellation::timeout(100.0);
var_dump($token->isCancelled());
Loop::run();
var_dump(Loop::now() - $begin < 50.0);
delay(0.01);
try {
    scope(fn () => delay(60), cancellation: $token);
} catch (CancelledError $e) {
    $waited = Loop::now() - $begin;
    echo $e->getPrevious()::class, ': ', $e->getPrevious()->getMessage(), "\n";
    var_dump($waited >= 0.02 && $waited < 10.0);
}
usleep(1000);
var_dump($token->isCancelled(), Cancellation::timeout(0.0)->isCancelled(), $far->isCancelled());
try {
    await((new Deferred)->promise, cancellation: Cancellation::timeout(0.01));
} catch (CancelledError $e) {
    var_dump($e->getPrevious() instanceof TimeoutException);
}
?>
--EXPECT--
bool(false)
bool(true)
Evloop\TimeoutException: The 0.02 seconds of the cancellation are over
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
