--TEST--
state() is Pending until the promise settles, also while it adopts another one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise, PromiseState};
use function Evloop\async;

$deferred = new Deferred;
$inner = new Deferred;
var_dump($deferred->promise->state() === PromiseState::Pending);
$deferred->resolve($inner->promise);
var_dump($deferred->promise->state() === PromiseState::Pending);
$inner->resolve(1);
var_dump($inner->promise->state() === PromiseState::Fulfilled);
var_dump($deferred->promise->state());
Loop::run();
var_dump($deferred->promise->state());
$deferred->reject(new Exception);
var_dump($deferred->promise->state());
var_dump(Promise::reject(new Exception)->ignore()->state());
$coroutine = async(fn () => 1);
var_dump($coroutine->state());
Loop::run();
var_dump($coroutine->state());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
enum(Evloop\PromiseState::Pending)
enum(Evloop\PromiseState::Fulfilled)
enum(Evloop\PromiseState::Fulfilled)
enum(Evloop\PromiseState::Rejected)
enum(Evloop\PromiseState::Pending)
enum(Evloop\PromiseState::Fulfilled)
