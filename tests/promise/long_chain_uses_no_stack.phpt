--TEST--
A chain of 100,000 promises settles, and is freed, without recursion
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\await;

$deferred = new Deferred;
$promise = $deferred->promise;
for ($i = 0; $i < 100000; $i++) {
    $promise = $promise->then(fn (int $value) => $value + 1);
}
$deferred->resolve(0);
var_dump(await($promise));

$adopting = $first = new Deferred;
for ($i = 0; $i < 100000; $i++) {
    $next = new Deferred;
    $next->resolve($adopting->promise);
    $adopting = $next;
}
$first->resolve('end of the chain');
var_dump(await($adopting->promise));

$pending = (new Deferred)->promise;
$chain = [];
for ($i = 0; $i < 1000; $i++) {
    $chain[] = $pending = $pending->then(fn () => print("must not run\n"));
}
unset($pending, $chain);
echo "freed\n";
?>
--EXPECT--
int(100000)
string(16) "end of the chain"
freed
