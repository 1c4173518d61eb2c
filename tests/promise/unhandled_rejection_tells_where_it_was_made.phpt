--TEST--
A report carries where the promise was made: as third argument, or in the trace
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\async;

Loop::setErrorHandler(function (Throwable $e, $from, ?string $site) {
    echo $e->getMessage(), ' ', get_debug_type($from), ' ', basename((string) $site), "\n";
});
$deferred = new Deferred;
$error = new Exception('rejected');
$deferred->reject($error);
unset($deferred);
async(fn () => throw new Exception('coroutine'));
Loop::queue(fn () => throw new Exception('callback'));
Loop::run();
echo $error->getTraceAsString(), "\n";

Loop::setErrorHandler(null);
Promise::reject($other = new LogicException('other'));
try {
    Loop::run();
} catch (LogicException $e) {
    var_dump($e === $other);
    echo $e->getTraceAsString(), "\n";
}
?>
--EXPECTF--
rejected null unhandled_rejection_tells_where_it_was_made.php:8
callback null 
coroutine Evloop\Coroutine unhandled_rejection_tells_where_it_was_made.php:12
#0 {main}
bool(true)
#0 %sunhandled_rejection_tells_where_it_was_made.php(%d): [a promise made here was rejected, and nobody looked]()
#1 {main}
