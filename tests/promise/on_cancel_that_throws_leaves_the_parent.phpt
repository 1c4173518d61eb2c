--TEST--
A derived promise whose onCancel() callback throws is rejected with that, and leaves its parent
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\await;

$deferred = new Deferred(fn () => print("the parent is cancelled\n"));
$child = $deferred->promise->then(fn () => print("must not run\n"));
$child->onCancel(fn () => throw new LogicException('thrown'));
$child->cancel();
echo $deferred->promise->state()->name, "\n";
try {
    await($child);
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}

$reference = WeakReference::create($deferred->promise);
unset($deferred, $child, $e);
gc_collect_cycles();
var_dump($reference->get());

$deferred = new Deferred;
$child = $deferred->promise->finally(function () use (&$child) { return $child; });
$deferred->resolve();
Loop::run();
$reference = WeakReference::create($child);
unset($deferred, $child);
gc_collect_cycles();
var_dump($reference->get());
?>
--EXPECT--
the parent is cancelled
Rejected
thrown
NULL
NULL
