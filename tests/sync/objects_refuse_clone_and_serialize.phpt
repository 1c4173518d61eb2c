--TEST--
The synchronisation objects are not cloned, serialized, extended or made by others, and can be dumped
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Arm, Barrier, Channel, Event, Mutex, Permit, Pool, RateLimiter, Semaphore};

$channel = new Channel(1);
foreach ([
    $channel, $channel->onReceive(), new Semaphore(1), new Mutex, (new Mutex)->acquire(), new Barrier(1), new Event,
    new RateLimiter(1), new Pool(fn () => 1),
] as $object) {
    foreach ([fn () => clone $object, fn () => serialize($object), fn () => $object->new = 1] as $call) {
        try {
            $call();
            echo "allowed\n";
        } catch (Throwable $e) {
        }
    }
    ob_start();
    var_dump($object);
    ob_end_clean();
    echo get_class($object), (new ReflectionClass($object))->isFinal() ? ' is final' : '', "\n";
}
foreach ([Arm::class, Permit::class] as $class) {
    try {
        new $class;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Evloop\Channel is final
Evloop\Arm is final
Evloop\Semaphore is final
Evloop\Mutex is final
Evloop\Permit is final
Evloop\Barrier is final
Evloop\Event is final
Evloop\RateLimiter is final
Evloop\Pool is final
Call to private Evloop\Arm::__construct() from global scope
Call to private Evloop\Permit::__construct() from global scope
