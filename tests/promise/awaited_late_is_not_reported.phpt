--TEST--
Two coroutines that both fail: awaiting one after the other reports nothing
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$a = async(function () {
    delay(0.003);
    throw new Exception('a');
});
$b = async(fn () => throw new Exception('b'));
foreach ([$a, $b, $b] as $coroutine) {
    try {
        await($coroutine);
    } catch (Exception $e) {
        echo 'caught ', $e->getMessage(), "\n";
    }
}
unset($a, $b, $coroutine, $e);
Loop::run();
echo "nothing reported\n";
?>
--EXPECT--
caught a
caught b
caught b
nothing reported
