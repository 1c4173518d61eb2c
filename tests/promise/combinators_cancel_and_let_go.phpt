--TEST--
Cancelling a combination cancels inputs that nobody else wants; a decided one lets go of the rest
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("must not be reported\n"));
$make = fn (string $name) => new Promise(fn () => null, fn () => print("$name cancelled\n"));
$shared = $make('shared');
$shared->then();
$all = Promise::all([$make('one'), $shared, Promise::race([$make('nested')]), async(fn () => delay(0.001))]);
$all->cancel();
echo $all->state()->name, ' ', $shared->state()->name, "\n";

$slow = new Deferred(fn () => print("must not run\n"));
$memory = memory_get_usage();
for ($i = 0; $i < 10000; $i++) {
    await(Promise::race([$slow->promise, Promise::resolve($i)]));
}
var_dump(memory_get_usage() - $memory < 10000);
$slow->reject(new Exception('it was looked at'));
unset($slow);
Loop::run();
?>
--EXPECT--
one cancelled
nested cancelled
Rejected Pending
bool(true)
