--TEST--
A promise may be cancelled in its own handler, its own task and its own $onCancel
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{await, delay};

$promise = Promise::resolve(1)->then(function () use (&$promise) {
    $promise->cancel();
    return 'ignored';
});
Loop::run();
echo 'handler: ', $promise->state()->name, "\n";

$retry = null;
$retry = Promise::retry(function (int $attempt) use (&$retry) {
    $retry?->cancel();
    throw new Exception("attempt $attempt");
}, 3, 0.001);
Loop::run();
echo 'task: ', $retry->state()->name, "\n";

$deferred = new Deferred(function ($resolve) use (&$deferred) {
    $deferred->promise->cancel(); // its own $onCancel has the first word
    delay(0.001);
    $resolve('partial');
});
$deferred->promise->cancel();
echo '$onCancel: ', await($deferred->promise), "\n";

[$one, $other] = [new Deferred, new Deferred];
$one->resolve($other->promise);
$other->resolve($one->promise);
$one->promise->cancel();
echo 'a ring: ', $one->promise->state()->name, ' ', $other->promise->state()->name, "\n";
?>
--EXPECT--
handler: Rejected
task: Rejected
$onCancel: partial
a ring: Rejected Rejected
