--TEST--
Promises cannot be cloned, serialised, given properties, extended or made without constructor
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};

$promise = Promise::resolve(1);
$deferred = new Deferred;
foreach ([
    fn () => clone $promise,
    fn () => serialize($promise),
    fn () => unserialize('O:14:"Evloop\Promise":0:{}'),
    fn () => $promise->dynamic = 1,
    fn () => clone $deferred,
    fn () => serialize($deferred),
    fn () => unserialize('O:15:"Evloop\Deferred":0:{}'),
    fn () => $deferred->dynamic = 1,
    fn () => (new ReflectionClass(Deferred::class))->newInstanceWithoutConstructor(),
    fn () => $promise->__construct(fn () => null),
    fn () => $deferred->__construct(),
    fn () => new Evloop\Coroutine,
    fn () => new Extended(fn () => null),
] as $attempt) {
    try {
        $attempt();
        echo "allowed\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
class Extended extends Promise
{
}
?>
--EXPECT--
Error: Trying to clone an uncloneable object of class Evloop\Promise
Exception: Serialization of 'Evloop\Promise' is not allowed
Exception: Unserialization of 'Evloop\Promise' is not allowed
Error: Cannot create dynamic property Evloop\Promise::$dynamic
Error: Trying to clone an uncloneable object of class Evloop\Deferred
Exception: Serialization of 'Evloop\Deferred' is not allowed
Exception: Unserialization of 'Evloop\Deferred' is not allowed
Error: Cannot create dynamic property Evloop\Deferred::$dynamic
ReflectionException: Class Evloop\Deferred is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: The promise is constructed already
Error: The Deferred is constructed already
Error: Call to private Evloop\Coroutine::__construct() from global scope
Error: Cannot instantiate class Extended: promises cannot be extended
