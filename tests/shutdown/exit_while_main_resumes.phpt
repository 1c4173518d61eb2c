--TEST--
exit() in a coroutine while {main} waits in resume() of another one, which is unwound after {main}
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, delay, suspend};

function main(Fiber $fiber): void
{
    $locals = array_map(fn ($n) => str_repeat('x', $n), range(1, 100));
    $fiber->resume();
    echo "must not return\n";
}
$fiber = null;
async(function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    Fiber::suspend();
    try {
        delay(1000);
    } finally {
        echo preg_replace('~\S*/|\(\d+\)~', '', (new Exception)->getTraceAsString()), "\n";
        gc_collect_cycles();
    }
});
async(function () {
    delay(0.001);
    exit("exit\n");
});
suspend();
main($fiber);
?>
--EXPECTF--
exit
#0 [internal function]: {closure%S}()
#1 {main}
