--TEST--
then() takes and ignores a third argument and more
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;
use function Evloop\await;

var_dump(await(Promise::resolve(1)->then(fn ($value) => $value + 1, null, fn () => 'progress', 'anything')));
try {
    Promise::resolve(1)->then('no such function');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    Promise::resolve(1)->catch(null);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    Promise::reject('text');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
int(2)
Evloop\Promise::then(): Argument #1 ($onFulfilled) must be a valid callback or null, function "no such function" not found or invalid function name
Evloop\Promise::catch(): Argument #1 ($onRejected) must be a valid callback, no array or string given
Evloop\Promise::reject(): Argument #1 ($reason) must be of type Throwable, string given
