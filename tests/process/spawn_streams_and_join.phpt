--TEST--
Process::spawn(): arguments get there as they are; the three streams are pipes; join() gives the exit code
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Process;

$process = Process::spawn([PHP_BINARY, '-n', '-r', 'fwrite(STDERR, implode("|", array_slice($argv, 1))); echo strrev(stream_get_contents(STDIN)); exit(3);',
    '--', 'a b', '$HOME', "'; echo", '']);
$process->stdin->write('abc');
$process->stdin->end();
var_dump($process->stdout->readAll(), $process->stderr->readAll());
var_dump($process->join(), $process->join(), $process->getExitCode(), $process->getSignal(), $process->isRunning());
var_dump($process->signal(15), $process->stop());
$process->kill();
$silent = Process::spawn(['true']);
var_dump($silent->isRunning(), $silent->getExitCode(), $silent->pid > 1, $silent->join());
?>
--EXPECT--
string(3) "cba"
string(18) "a b|$HOME|'; echo|"
int(3)
int(3)
int(3)
NULL
bool(false)
bool(false)
int(3)
bool(true)
NULL
bool(true)
int(0)
