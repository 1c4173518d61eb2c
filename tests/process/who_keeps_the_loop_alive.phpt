--TEST--
a process keeps the loop alive while somebody joins it, and only then; who waits for something else is a deadlock
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{DeadlockException, Deferred, Loop, Process};
use function Evloop\{async, await};

$process = Process::spawn(['sleep', '60']);
Loop::run();
var_dump($process->isRunning());
try {
    await((new Deferred)->promise());
} catch (DeadlockException) {
    echo "deadlock\n";
}
$short = Process::spawn(['sh', '-c', 'sleep 0.1; exit 5']);
async(function () use ($short) { var_dump($short->join()); });
Loop::run();
try {
    // The end of the other one wakes nobody.
    async(fn () => Process::spawn(['true'])->join());
    await((new Deferred)->promise());
} catch (DeadlockException) {
    echo "deadlock\n";
}
var_dump($process->isRunning());
?>
--EXPECT--
bool(true)
deadlock
int(5)
deadlock
bool(true)
