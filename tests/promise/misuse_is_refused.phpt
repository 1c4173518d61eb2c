--TEST--
What promises refuse, and what survives being made without its constructor
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{AggregateException, CancelledError, Deferred, Promise, Settled};
use function Evloop\await;

$settled = await(Promise::allSettled([1]))[0];
foreach ([
    fn () => new Settled,
    fn () => clone $settled,
    fn () => serialize($settled),
    fn () => $settled->more = 1,
    fn () => new Deferred('no_such_function'),
    fn () => new Promise(fn () => null, 'no_such_function'),
    fn () => (new Deferred(fn () => null))->__construct(),
    fn () => (new Promise(fn () => null, fn () => null))->__construct(fn () => null),
    fn () => (new Deferred)->promise->cancel('reason'),
    fn () => Promise::race(null),
    fn () => Promise::retry(fn () => null, -1),
] as $misuse) {
    try {
        $misuse();
        echo "accepted\n";
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
$bare = (new ReflectionClass(Promise::class))->newInstanceWithoutConstructor();
$bare->onCancel(fn () => print("bare\n"))->cancel();
var_dump((new AggregateException)->getExceptions(), new CancelledError instanceof Exception, new AggregateException instanceof Evloop\Exception);
?>
--EXPECTF--
Error: Call to private Evloop\Settled::__construct() from global scope
Error: Trying to clone an uncloneable object of class Evloop\Settled
Exception: Serialization of 'Evloop\Settled' is not allowed
Error: Cannot create dynamic property Evloop\Settled::$more
TypeError: Evloop\Deferred::__construct(): Argument #1 ($onCancel) must be a valid callback or null, %s
TypeError: Evloop\Promise::__construct(): Argument #2 ($onCancel) must be a valid callback or null, %s
Error: The Deferred is constructed already
Error: The promise is constructed already
TypeError: Evloop\Promise::cancel(): Argument #1 ($reason) must be of type ?Throwable, string given
TypeError: Evloop\Promise::race(): Argument #1 ($promises) must be of type Traversable|array, null given
ValueError: Evloop\Promise::retry(): Argument #2 ($retries) must be greater than or equal to 0
bare
array(0) {
}
bool(false)
bool(true)
