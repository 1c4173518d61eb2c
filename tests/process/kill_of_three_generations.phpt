--TEST--
a process group of its own: kill() and stop() reach children and grandchildren
--EXTENSIONS--
evloop
posix
--FILE--
<?php
use Evloop\{Process, ProcessOptions, Stdio};

/* Each generation writes its number; the pipe ends when all are gone. */
$script = 'echo $$; sh -c "echo \$\$; sh -c \"trap \\\\\"\\\\\" TERM; echo \\\$\\\$; while :; do sleep 0.01; done\" & wait" & wait';
foreach (['kill', 'stop'] as $method) {
    $process = Process::spawn(['sh', '-c', $script], new ProcessOptions(stdin: Stdio::Null, stderr: Stdio::Inherit, ownGroup: true));
    $pids = [(int) $process->stdout->readLine(), (int) $process->stdout->readLine(), (int) $process->stdout->readLine()];
    $running = array_map(fn (int $pid) => posix_kill($pid, 0) && posix_getpgid($pid) === $process->pid, $pids);
    var_dump(count(array_unique($pids)), $running === [true, true, true]);
    $process->$method();
    var_dump($process->join(), $process->stdout->readAll());
}
?>
--EXPECT--
int(3)
bool(true)
int(-9)
string(0) ""
int(3)
bool(true)
int(-15)
string(0) ""
