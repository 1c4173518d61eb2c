--TEST--
What was given to a promise is let go when it settles; a long run of steps is flat
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\await;

class Witness
{
    public function __destruct() { echo "let go\n"; }
}
$make = function (Deferred $deferred) {
    $witness = new Witness;
    return $deferred->promise->onCancel(fn () => $witness)->then(fn () => $witness && 1, fn () => $witness);
};
$deferred = new Deferred;
$child = $make($deferred);
$deferred->resolve();
await($child);
echo "settled\n";

$step = fn (int $n) => $n + 1;
$promise = Promise::resolve(0);
$memory = array_fill(0, 10, 0);
for ($round = 0; $round < 10; $round++) {
    for ($i = 0; $i < 100000; $i++) {
        $promise = $promise->then($step);
        await($promise);
    }
    $memory[$round] = memory_get_usage();
}
var_dump(await($promise), $memory[9] === $memory[1]);
?>
--EXPECT--
let go
settled
int(1000000)
bool(true)
