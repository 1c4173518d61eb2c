--TEST--
A scope that has ended does not listen to its token any more
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, CancelledError, Scope};
use function Evloop\{async, await, delay, scope};

$source = new CancellationSource;
echo scope(function (Scope $scope) use (&$kept) {
    $kept = $scope;
    return "ended before\n";
}, cancellation: $source->token);
$source->cancel();
delay(0);
var_dump($kept->isCancelled());

$before = memory_get_usage();
$source = new CancellationSource;
for ($i = 0; $i < 10000; $i++) {
    scope(fn () => null, cancellation: $source->token);
    await(async(fn () => null), cancellation: $source->token);
}
gc_collect_cycles();
var_dump(memory_get_usage() - $before < 10000);
?>
--EXPECT--
ended before
bool(false)
bool(true)
