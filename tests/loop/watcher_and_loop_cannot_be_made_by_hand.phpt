--TEST--
Loop and Watcher cannot be constructed, cloned, serialised or given properties
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

$watcher = Loop::defer(fn () => null);
foreach ([
    fn () => new Loop,
    fn () => new Watcher,
    fn () => clone $watcher,
    fn () => serialize($watcher),
    fn () => unserialize('O:14:"Evloop\Watcher":0:{}'),
    fn () => $watcher->dynamic = 1,
    fn () => $watcher->id = 5,
    fn () => (new ReflectionClass(Watcher::class))->newInstanceWithoutConstructor(),
] as $attempt) {
    try {
        $attempt();
        echo "allowed\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
var_dump($watcher->id > 0, $watcher->id !== Loop::defer(fn () => null)->id);
?>
--EXPECTF--
Error: Call to private Evloop\Loop::__construct() from global scope
Error: Call to private Evloop\Watcher::__construct() from global scope
Error: Trying to clone an uncloneable object of class Evloop\Watcher
Exception: Serialization of 'Evloop\Watcher' is not allowed
Exception: Unserialization of 'Evloop\Watcher' is not allowed
Error: Cannot create dynamic property Evloop\Watcher::$dynamic
Error: Cannot modify %Sreadonly property Evloop\Watcher::$id%S
ReflectionException: Class Evloop\Watcher is an internal class marked as final that cannot be instantiated without invoking its constructor
bool(true)
bool(true)
