--TEST--
Promise::retry() repeats a failing task, with growing delays, and can be cancelled
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Loop, Promise};
use function Evloop\{async, await, delay};

$times = [];
$task = function (int $attempt) use (&$times) {
    $times[] = Loop::now();
    $attempt > 1 and delay(0); // a coroutine, but for the first
    return $attempt < 4 ? throw new Exception("attempt $attempt") : "worked at $attempt";
};
echo await(Promise::retry($task, 3, 0.004, 2.0)), "\n";
foreach ([0.004, 0.008, 0.016] as $i => $delay) {
    var_dump($times[$i + 1] - $times[$i] >= $delay);
}
try {
    await(Promise::retry($task, 2));
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
echo await(Promise::retry(fn ($n) => $n < 3 ? Promise::reject(new Exception) : Promise::resolve($n), 5)), "\n";

$waiting = Promise::retry(fn () => throw new Exception('never mind'), 5, 60);
$waiting->cancel();
$working = Promise::retry(fn () => new Promise(fn () => null, fn () => print("attempt cancelled\n")), 5);
$working->cancel();
$cancelled = Promise::retry(function () { echo "once\n"; throw new CancelledError; }, 5);
try {
    await($cancelled);
} catch (CancelledError) {
}
foreach ([[-1, 0.0, 1.0], [1, -1.0, 1.0], [1, 0.0, NAN]] as $bad) {
    try {
        Promise::retry(fn () => null, ...$bad);
    } catch (ValueError $e) {
        echo preg_replace('/.*(#\d).*/', '$1', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
worked at 4
bool(true)
bool(true)
bool(true)
attempt 3
3
attempt cancelled
once
#2
#3
#4
