--TEST--
children that end by the hundred, and signals on top: all are joined
--EXTENSIONS--
evloop
pcntl
posix
--FILE--
<?php
use Evloop\Process;
use function Evloop\{async, await, delay, gather};

$handled = 0;
pcntl_async_signals(true);
pcntl_signal(SIGCHLD, function () use (&$handled) { $handled++; });
$storm = async(function () {
    for ($i = 0; $i < 2000; $i++) {
        posix_kill(getmypid(), SIGCHLD);
        $i % 50 || delay(0);
    }
});
$tasks = [];
for ($i = 0; $i < 200; $i++) {
    $tasks[] = fn () => Process::spawn(['sh', '-c', 'kill -CHLD $PPID; exit 7'])->join();
}
var_dump(array_count_values(gather($tasks, 20)), $handled > 0);
await($storm);
?>
--EXPECT--
array(1) {
  [7]=>
  int(200)
}
bool(true)
