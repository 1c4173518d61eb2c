--TEST--
A Promise made without its constructor is pending and harmless
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{DeadlockException, Promise, TimeoutException};
use function Evloop\await;

$promise = (new ReflectionClass(Promise::class))->newInstanceWithoutConstructor();
var_dump($promise->state()->name);
$promise->then(fn () => print("must not run\n"))->finally(fn () => print("must not run\n"));
try {
    await($promise, 0.001);
} catch (TimeoutException) {
    echo "timeout\n";
}
try {
    await($promise);
} catch (DeadlockException) {
    echo "deadlock\n";
}
unset($promise);
gc_collect_cycles();
echo "freed\n";
?>
--EXPECT--
string(7) "Pending"
timeout
deadlock
freed
