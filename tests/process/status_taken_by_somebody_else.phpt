--TEST--
whose status was taken by pcntl_wait(), or is thrown away since SIGCHLD is ignored, has ended: join() says why it does not know how
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
use Evloop\{Process, ProcessException};

function ended(Process $process): void
{
    try {
        var_dump($process->join());
    } catch (ProcessException $exception) {
        echo str_replace((string) $process->pid, 'N', $exception->getMessage()), "\n";
    }
    var_dump($process->isRunning(), $process->getExitCode(), $process->getSignal(), $process->signal(15));
}

$process = Process::spawn(['true']);
var_dump(pcntl_wait($status) === $process->pid);
ended($process);
pcntl_signal(SIGCHLD, SIG_IGN);
ended(Process::spawn(['true']));
pcntl_signal(SIGCHLD, SIG_DFL);
var_dump(Process::run(['sh', '-c', 'exit 3'])->exitCode);
?>
--EXPECT--
bool(true)
Process::join(): the status of process N was taken by somebody else (pcntl_wait(), or SIGCHLD is ignored), or its loop has ended
bool(false)
NULL
NULL
bool(false)
Process::join(): the status of process N was taken by somebody else (pcntl_wait(), or SIGCHLD is ignored), or its loop has ended
bool(false)
NULL
NULL
bool(false)
int(3)
