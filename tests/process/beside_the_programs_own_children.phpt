--TEST--
pcntl_fork(), proc_open() and a SIGCHLD handler keep their children, we keep ours
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
use Evloop\{Loop, Process};
use function Evloop\{async, await, delay};

$signals = 0;
pcntl_async_signals(true);
pcntl_signal(SIGCHLD, function () use (&$signals) { $signals++; });
$watched = 0;
$watcher = Loop::onSignal(SIGCHLD, function () use (&$watched) { $watched++; })->unreference();

$forked = pcntl_fork();
if ($forked === 0) {
    exit(21);
}
$opened = proc_open('exit 22', [], $pipes);
$process = Process::spawn(['sh', '-c', 'exit 23']);
$left = Process::spawn(['sh', '-c', 'exit 24']);
var_dump($process->join());
var_dump(pcntl_waitpid($forked, $status), pcntl_wexitstatus($status));
while (($state = proc_get_status($opened))['running']) {
    delay(0.001);
}
var_dump($state['exitcode']);
$code = $left->join();
for ($i = 0; $i < 5000 && !($signals && $watched); $i++) {
    delay(0.001); // their callbacks have their turn
}
var_dump($code, $signals > 0, $watched > 0);
?>
--EXPECTF--
int(23)
int(%d)
int(21)
int(22)
int(24)
bool(true)
bool(true)
