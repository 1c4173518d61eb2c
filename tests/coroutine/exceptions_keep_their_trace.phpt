--TEST--
An exception out of a coroutine keeps its own trace; behind it stands where the coroutine was started and awaited
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

function thrower(): void
{
    delay(0.001);
    throw new LogicException('deep');
}
try {
    await(async(fn () => thrower()));
} catch (LogicException $e) {
    echo preg_replace('~^(#\d+) \S*/~m', '$1 ', $e->getTraceAsString()), "\n", $e->getLine(), "\n";
}
?>
--EXPECTF--
#0 exceptions_keep_their_trace.php(10): thrower()
#1 [internal function]: {closure%S}()
#2 exceptions_keep_their_trace.php(10): [coroutine #1 started here]()
#3 exceptions_keep_their_trace.php(10): [awaited here by {main}]()
#4 {main}
7
