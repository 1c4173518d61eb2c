--TEST--
The trace of an exception goes on behind the coroutine: where each was started, and what awaited it
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, scope};

function deepest(): never
{
    throw new LogicException('deep');
}
function middle(): mixed
{
    return await(async('deepest'));
}
try {
    scope(function () {
        async('middle');
    });
} catch (LogicException $e) {
    echo preg_replace('~^(#\d+) \S*/~m', '$1 ', $e->getTraceAsString()), "\n";
}
?>
--EXPECTF--
#0 [internal function]: deepest()
#1 trace_of_an_exception_through_three.php(10): [coroutine #3 started here]()
#2 trace_of_an_exception_through_three.php(10): [awaited here by coroutine #2]()
#3 trace_of_an_exception_through_three.php(14): [coroutine #2 started here]()
#4 trace_of_an_exception_through_three.php(13): [awaited here by coroutine #1]()
#5 trace_of_an_exception_through_three.php(13): [coroutine #1 started here]()
#6 trace_of_an_exception_through_three.php(13): [awaited here by {main}]()
#7 {main}
