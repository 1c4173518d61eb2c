--TEST--
Barrier: opens when all have arrived, round after round; who is cancelled or late has not
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Barrier, CancelledError, Loop, TimeoutException};
use function Evloop\{async, await, delay};

$barrier = new Barrier(3);
$numbers = [];
for ($i = 0; $i < 9; $i++) {
    async(function () use ($barrier, &$numbers) {
        $numbers[] = $barrier->arrive();
    });
}
Loop::run();
sort($numbers);
echo implode($numbers), "\n";

$cancelled = async(fn () => $barrier->arrive());
$late = async(fn () => $barrier->arrive(0.001));
delay(0);
$cancelled->cancel();
foreach ([$cancelled, $late] as $one) {
    try {
        await($one);
    } catch (CancelledError | TimeoutException $e) {
        echo $e->getMessage(), "\n";
    }
}
$here = async(fn () => $barrier->arrive());
delay(0);
$last = async(fn () => $barrier->arrive());
echo $barrier->arrive() + await($here) + await($last), "\n";
var_dump((new Barrier(1))->arrive());
foreach ([0, -5, PHP_INT_MAX] as $parties) {
    try {
        new Barrier($parties);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
000111222
The coroutine was cancelled
Barrier::arrive(): not all others came within 0.001 seconds
3
int(0)
Evloop\Barrier::__construct(): Argument #1 ($parties) must be between 1 and 2147483647
Evloop\Barrier::__construct(): Argument #1 ($parties) must be between 1 and 2147483647
Evloop\Barrier::__construct(): Argument #1 ($parties) must be between 1 and 2147483647
