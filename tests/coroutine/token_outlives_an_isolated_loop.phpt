--TEST--
A token that was listened to in an isolated loop keeps its time after that has ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancelledError, Deferred, Loop};
use function Evloop\{await};

foreach ([fn ($token) => $token, fn ($token) => Cancellation::any($token)] as $make) {
    $token = $make(Cancellation::timeout(0.2));
    @Loop::isolate(function () use ($token) {
        $token->onCancel(fn () => print("told\n"));
    });
    try {
        await((new Deferred)->promise, 5.0, $token);
    } catch (CancelledError $e) {
        echo $e->getPrevious()->getMessage(), "\n";
    }
}
?>
--EXPECT--
told
The 0.2 seconds of the cancellation are over
told
The 0.2 seconds of the cancellation are over
