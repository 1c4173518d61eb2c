--TEST--
in a child of pcntl_fork() the parent's processes are none of its own; both go on
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
use Evloop\{Process, ProcessException};

$process = Process::spawn(['cat']);
$pid = pcntl_fork();
if ($pid === 0) {
    try {
        $process->join();
    } catch (ProcessException $exception) {
        echo str_replace((string) $process->pid, 'N', $exception->getMessage()), "\n";
    }
    var_dump($process->signal(15), Process::run(['echo', 'own'])->stdout);
    $process->kill();
    unset($process);
    exit(0);
}
pcntl_waitpid($pid, $status);
var_dump($status, $process->isRunning());
$process->stdin->write("parent\n");
var_dump($process->stdout->readLine(), $process->stop());
?>
--EXPECT--
Process::join(): process N is a child of the process that this one was forked from
bool(false)
string(4) "own
"
int(0)
bool(true)
string(6) "parent"
int(-15)
