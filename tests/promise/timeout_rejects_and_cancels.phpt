--TEST--
Promise::timeout() is rejected in time, and cancels what it followed
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise, TimeoutException};
use function Evloop\{async, await, delay};

$slow = new Promise(fn () => null, fn ($resolve, $reject, $error) => print($error->getPrevious()::class . "\n"));
$start = Loop::now();
try {
    await(Promise::timeout(0.01, fn ($resolve) => $resolve($slow)));
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
    var_dump(Loop::now() - $start >= 0.01, $slow->state()->name);
}
echo await(Promise::timeout(60, fn ($resolve) => $resolve(async(fn () => delay(0.001, 'in time'))))), "\n";
echo await(Promise::timeout(60, fn ($resolve) => $resolve('at once'))), "\n";
echo await(Promise::timeout(60, fn () => throw new Exception('failed'))->catch(fn ($e) => $e->getMessage())), "\n";
$other = new Promise(fn () => null, fn () => print("cancelled through the timeout\n"));
Promise::timeout(60, fn ($resolve) => $resolve($other))->cancel();
try {
    Promise::timeout(NAN, fn () => null);
} catch (ValueError $e) {
    echo "refused\n";
}
echo "no timer is left\n";
?>
--EXPECT--
Evloop\TimeoutException
The promise was not settled within 0.01 seconds
bool(true)
string(8) "Rejected"
in time
at once
failed
cancelled through the timeout
refused
no timer is left
