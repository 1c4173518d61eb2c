--TEST--
Coroutine::getTrace(): the frames it waits in, where it was started, and who awaits it
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

function show(array $trace): void
{
    foreach ($trace as $i => $frame) {
        echo "#$i ", basename($frame['file'] ?? '-'), ':', $frame['line'] ?? 0, ' ', $frame['function'], "\n";
    }
}
function waits(): void
{
    delay(10);
}
$c = async(fn () => waits());
show($c->getTrace());
$who = async(function () use ($c) {
    await($c);
});
delay(0.001);
show($c->getTrace());
$who->ignore();
$c->cancel();
suspend();
show($c->getTrace());
?>
--EXPECTF--
#0 get_trace_shows_where_it_waits.php:14 [coroutine #1 started here]
#0 get_trace_shows_where_it_waits.php:12 Evloop\delay
#1 get_trace_shows_where_it_waits.php:14 waits
#2 -:0 {closure%S}
#3 get_trace_shows_where_it_waits.php:14 [coroutine #1 started here]
#4 get_trace_shows_where_it_waits.php:17 [awaited here by coroutine #2]
#5 get_trace_shows_where_it_waits.php:16 [coroutine #2 started here]
#0 get_trace_shows_where_it_waits.php:14 [coroutine #1 started here]
