--TEST--
In a cancelled scope each suspension throws again; behind the scope they work as before
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred, Scope};
use function Evloop\{async, await, delay, scope, suspend};

$never = new Deferred;
$waits = [
    'delay' => fn () => delay(60),
    'suspend' => suspend(...),
    'await' => fn () => await($never->promise),
    'await with a time' => fn () => await($never->promise, 60),
    'Promise::await' => fn () => $never->promise->await(),
    'a scope in it' => fn () => scope(fn () => delay(60)),
];
$result = scope(function (Scope $scope) use ($waits) {
    $scope->cancel($reason = new Exception('the reason'));
    foreach ($waits as $name => $wait) {
        try {
            $wait();
            echo "$name came back\n";
        } catch (CancelledError $e) {
            echo $name, ': ', $e->getPrevious() === $reason ? 'cancelled' : 'wrong reason', "\n";
        }
    }
    return 'a body that returns has its value returned';
});
echo $result, "\n";
delay(0);
echo await(async(fn () => 'works'), 5.0), "\n";
?>
--EXPECT--
delay: cancelled
suspend: cancelled
await: cancelled
await with a time: cancelled
Promise::await: cancelled
a scope in it: cancelled
a body that returns has its value returned
works
