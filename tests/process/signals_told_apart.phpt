--TEST--
join() gives minus the number of the signal that ended the process
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Process;

$process = Process::spawn(['sleep', '60']);
var_dump($process->signal(10), $process->join(), $process->getSignal(), $process->getExitCode());
$process = Process::spawn(['sleep', '60']);
$process->kill();
var_dump($process->join());
var_dump(Process::spawn(['sh', '-c', 'exit 137'])->join());
foreach ([0, -1, 100] as $number) {
    try {
        Process::spawn(['sleep', '60'])->signal($number);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(true)
int(-10)
int(10)
NULL
int(-9)
int(137)
Evloop\Process::signal(): Argument #1 ($signal) must be the number of a signal
Evloop\Process::signal(): Argument #1 ($signal) must be the number of a signal
Evloop\Process::signal(): Argument #1 ($signal) must be the number of a signal
