--TEST--
A rejection nobody looked at is reported once, when its promise goes away
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\async;

$count = 0;
Loop::setErrorHandler(function (Throwable $e) use (&$count) {
    $count++;
    echo 'reported: ', $e->getMessage(), "\n";
});
$held = Promise::reject(new Exception('held'));
$derived = $held->then(fn () => null);
Loop::run();
echo "still held\n";
unset($held);
Loop::run();
echo "handled by then(): its promise counts\n";
unset($derived);
Loop::run();
async(fn () => throw new Exception('dropped coroutine'));
Loop::run();
(new Deferred)->reject(new Exception('dropped deferred'));
Loop::run();
echo "$count reports\n";
?>
--EXPECT--
still held
handled by then(): its promise counts
reported: held
reported: dropped coroutine
reported: dropped deferred
3 reports
