--TEST--
A promise resolved with itself, at once or by a detour, rejects with TypeError
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\await;

function show(Promise $promise): void
{
    try {
        await($promise);
        echo "fulfilled\n";
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
$deferred = new Deferred;
$deferred->resolve($deferred->promise);
show($deferred->promise);

$promise = new Promise(function (callable $resolve) use (&$late) {
    $late = $resolve;
});
$late($promise);
show($promise);

$then = Promise::resolve(1)->then(function () use (&$then) {
    return $then;
});
show($then);
?>
--EXPECT--
A promise cannot be resolved with itself
A promise cannot be resolved with itself
A promise cannot be resolved with itself
