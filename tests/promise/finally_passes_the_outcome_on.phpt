--TEST--
finally() is called without arguments and passes the outcome on, unless it fails itself
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\await;

function show(Promise $promise): void
{
    try {
        echo json_encode(await($promise)), "\n";
    } catch (Exception $e) {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}

show(Promise::resolve('value')->finally(fn (...$arguments) => print(count($arguments) . " arguments\n")));
show(Promise::reject(new LogicException('reason'))->finally(fn () => 'ignored'));
show(Promise::resolve('value')->finally(fn () => throw new RuntimeException('thrown in finally')));
show(Promise::reject(new LogicException('reason'))->finally(fn () => throw new RuntimeException('replaces it')));
show(Promise::resolve('value')->finally(fn () => Promise::resolve('ignored')));
show(Promise::resolve('value')->finally(fn () => Promise::reject(new RuntimeException('rejected in finally'))));

$waited = new Deferred;
Loop::delay(0.002, function () use ($waited) {
    echo "settling\n";
    $waited->resolve('ignored');
});
show(Promise::reject(new LogicException('after waiting'))->finally(fn () => $waited->promise));
?>
--EXPECT--
0 arguments
"value"
LogicException reason
RuntimeException thrown in finally
RuntimeException replaces it
"value"
RuntimeException rejected in finally
settling
LogicException after waiting
