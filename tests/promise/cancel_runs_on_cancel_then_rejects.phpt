--TEST--
cancel() runs $onCancel once, and rejects when that settles nothing
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred, Promise};
use function Evloop\await;

$promise = new Promise(fn () => null, function ($resolve, $reject, $error) {
    echo 'own: ', $error::class, ' because of ', $error->getPrevious()->getMessage(), "\n";
});
$promise->onCancel(fn (CancelledError $error) => print("added: {$error->getMessage()}\n"));
$promise->cancel($reason = new Exception('no time'));
$promise->cancel(new Exception('again'));
echo $promise->state()->name, "\n";
try {
    await($promise);
} catch (CancelledError $e) {
    var_dump($e->getPrevious() === $reason);
}

$deferred = new Deferred(fn () => print("deferred cancelled\n"));
$deferred->promise->cancel();
$deferred->resolve('too late');
echo $deferred->promise->state()->name, ' ', var_export($deferred->isSettled(), true), "\n";
$done = Promise::resolve(1)->onCancel(fn () => print("must not run\n"));
$done->cancel();
echo $done->state()->name, "\n";
?>
--EXPECT--
own: Evloop\CancelledError because of no time
added: The promise was cancelled
Rejected
bool(true)
deferred cancelled
Rejected true
Fulfilled
