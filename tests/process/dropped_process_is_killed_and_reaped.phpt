--TEST--
a Process that is dropped while it runs is killed and reaped; one that is detached lives on
--EXTENSIONS--
evloop
posix
pcntl
--FILE--
<?php
use Evloop\Process;
use function Evloop\delay;

function state(int $pid): string
{
    return preg_match('~^State:\s+(\S)~m', (string) @file_get_contents("/proc/$pid/status"), $match) ? $match[1] : 'gone';
}

$pid = Process::spawn(['sleep', '60'])->pid;
while (($state = state($pid)) !== 'gone') {
    delay(0.001);
}
echo "$state\n";

$pid = Process::spawn(['sleep', '60'])->detach()->pid;
delay(0.02);
var_dump(posix_kill($pid, 0), state($pid) !== 'Z');
posix_kill($pid, SIGKILL);
while (($state = state($pid)) !== 'gone') {
    delay(0.001);
}
echo "$state\n";

$process = Process::spawn(['true']);
unset($process);
$cycle = new stdClass;
$cycle->self = $cycle;
$cycle->process = Process::spawn(['sleep', '60']);
$pid = $cycle->process->pid;
unset($cycle);
gc_collect_cycles();
while (state($pid) !== 'gone') {
    delay(0.001);
}
var_dump(pcntl_waitpid(-1, $status, WNOHANG));
?>
--EXPECT--
gone
bool(true)
bool(true)
gone
int(-1)
