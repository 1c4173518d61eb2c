--TEST--
A plain parent is cancelled with its last child, unless somebody waits for it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred, Loop, Promise};
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("must not be reported\n"));
$make = fn (string $name) => new Promise(fn () => null, fn () => print("$name cancelled\n"));
$parent = $make('parent');
[$first, $second] = [$parent->then(), $parent->catch(fn () => print("must not run\n"))->then()];
$first->cancel();
echo 'one is left: ', $parent->state()->name, "\n";
$second->cancel();
echo 'none is left: ', $parent->state()->name, ' ', $second->state()->name, "\n";

$awaited = $make('awaited');
$waiter = async(fn () => await($awaited));
delay(0);
$awaited->then()->cancel();
echo 'somebody waits: ', $awaited->state()->name, "\n";

$followed = $make('followed');
$follower = (new Deferred);
$follower->resolve($followed);
$follower->promise->cancel();
echo 'followed: ', $followed->state()->name, "\n";

$coroutine = async(fn () => delay(0.001, 'a coroutine lives on'));
$child = $coroutine->then();
$child->cancel();
echo await($coroutine), ', its child is ', $child->state()->name, "\n";

$held = (fn () => $make('held by its child')->then())();
$held->cancel();
$awaited->cancel();
?>
--EXPECT--
one is left: Pending
parent cancelled
none is left: Rejected Rejected
somebody waits: Pending
followed cancelled
followed: Rejected
a coroutine lives on, its child is Rejected
held by its child cancelled
awaited cancelled
