--TEST--
evloop.deadlock=throw: the loop's error handler gets the DeadlockException
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=throw
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await};

Loop::setErrorHandler(fn (Throwable $e) => print(get_class($e) . "\n"));
async(fn () => await((new Deferred)->promise));
?>
--EXPECT--
Evloop\DeadlockException
