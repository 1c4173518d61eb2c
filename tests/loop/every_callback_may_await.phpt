--TEST--
Every kind of callback may await
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise, Watcher};
use function Evloop\{async, await, delay, suspend};

$work = fn (string $name) => function () use ($name) {
    suspend();
    await(async(fn () => delay(0.001)));
    echo "$name\n";
};
Loop::setErrorHandler($work('error handler'));
Loop::queue($work('queue'));
Loop::run();
Loop::defer($work('defer'));
Loop::run();
Loop::delay(0, $work('delay'));
Loop::run();
Loop::repeat(0, function (Watcher $watcher) use ($work) {
    $watcher->cancel();
    $work('repeat')();
});
Loop::run();
await(Promise::resolve()->then($work('then')));
await(Promise::reject(new Exception)->catch($work('catch')));
await(Promise::resolve()->finally($work('finally')));
new Promise($work('executor'));
async(fn () => throw new Exception);
Loop::run();
?>
--EXPECT--
queue
defer
delay
repeat
then
catch
finally
executor
error handler
