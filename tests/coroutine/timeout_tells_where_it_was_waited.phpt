--TEST--
The trace of a scope's TimeoutException begins where the body waited, and goes through who set the time
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, scope, timeout};

function slow_query(): void
{
    delay(60);
}
function page(): void
{
    timeout(0.01, fn () => slow_query());
}
foreach ([page(...), fn () => await(async(page(...)))] as $call) {
    try {
        $call();
    } catch (Evloop\TimeoutException $e) {
        echo basename($e->getFile()), ':', $e->getLine(), "\n";
        foreach ($e->getTrace() as $i => $frame) {
            echo "  #$i ", isset($frame['line']) ? "line $frame[line]: " : '', $frame['function'], "\n";
        }
    }
}
?>
--EXPECT--
timeout_tells_where_it_was_waited.php:6
  #0 line 6: Evloop\delay
  #1 line 10: slow_query
  #2 {closure}
  #3 Evloop\timeout
  #4 line 10: [coroutine #1 started here]
  #5 line 10: [awaited here by {main}]
timeout_tells_where_it_was_waited.php:6
  #0 line 6: Evloop\delay
  #1 line 10: slow_query
  #2 {closure}
  #3 line 10: Evloop\timeout
  #4 page
  #5 line 12: [coroutine #2 started here]
  #6 line 12: [awaited here by {main}]
