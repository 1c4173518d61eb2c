--TEST--
A CancelledError is never reported as unhandled, whatever it passes through
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\async;

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$deferred = new Deferred;
$child = $deferred->promise->then()->finally(fn () => null);
$deferred->promise->cancel();
async(fn () => throw new Evloop\CancelledError('thrown by hand'));
(new Promise(fn () => null))->cancel(new Exception('reason'));
Loop::run();
unset($deferred, $child);
(new Promise(fn () => null, fn () => throw new Exception('from $onCancel')))->cancel();
Loop::run();
?>
--EXPECT--
reported: from $onCancel
