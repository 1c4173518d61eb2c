--TEST--
evloop.deadlock=throw: who still waits when the loop has ended is an uncaught DeadlockException
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=throw
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await};

register_shutdown_function(fn () => print("shutdown function\n"));
async(fn () => await((new Deferred)->promise));
?>
--EXPECTF--
Fatal error: Uncaught Evloop\DeadlockException: Coroutines wait for what can never happen any more:
  #1 started at %s:%d waits at %s:%d for Evloop\Promise made at %s:%d in %s
Stack trace:
%A
shutdown function
