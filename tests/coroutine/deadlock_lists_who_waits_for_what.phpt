--TEST--
When nothing can wake {main}, DeadlockException lists who waits where and for what
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\{DeadlockException, Deferred};
use function Evloop\{async, await};

$deferred = new Deferred;
$a = async(fn () => await($deferred->promise))->setName('a');
$b = async(function () use ($a) {
    return await($a);
});
$raw = async(fn () => Fiber::suspend());
$held = [$a, $b, $raw];
try {
    await($b);
} catch (DeadlockException $e) {
    echo $e->getMessage(), "\n";
}
$deferred->resolve('goes on after it');
var_dump(await($b));
?>
--EXPECTF--
Nothing is left that could settle the Evloop\Coroutine made at %sdeadlock_lists_who_waits_for_what.php:7; these wait too:
  #1 "a" started at %sdeadlock_lists_who_waits_for_what.php:6 waits at %sdeadlock_lists_who_waits_for_what.php:6 for Evloop\Promise made at %sdeadlock_lists_who_waits_for_what.php:5
  #2 started at %sdeadlock_lists_who_waits_for_what.php:7 waits at %sdeadlock_lists_who_waits_for_what.php:8 for Evloop\Coroutine #1 "a" made at %sdeadlock_lists_who_waits_for_what.php:6
  #3 started at %sdeadlock_lists_who_waits_for_what.php:10 waits at %sdeadlock_lists_who_waits_for_what.php:10 for its Fiber to be resumed
string(16) "goes on after it"
