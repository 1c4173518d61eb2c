--TEST--
What all, allSettled, any and race of nothing are
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{AggregateException, DeadlockException, Promise};
use function Evloop\await;

var_dump(await(Promise::all([])), await(Promise::allSettled(new EmptyIterator)));
try {
    await(Promise::any([]));
} catch (AggregateException $e) {
    echo $e->getMessage(), ' ', count($e->getExceptions()), "\n";
}
try {
    await(Promise::race([]));
} catch (DeadlockException $e) {
    echo $e::class, "\n";
}
?>
--EXPECT--
array(0) {
}
array(0) {
}
None of 0 promises was fulfilled 0
Evloop\DeadlockException
