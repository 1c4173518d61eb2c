--TEST--
a process whose time is over gets SIGTERM, and SIGKILL after its grace
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessOptions, Stream, TimeoutException};

$slow = (int) (getenv('EVLOOP_TEST_SLOW') ?: 1); // a shell takes its time under valgrind
$ready = 'echo; while :; do sleep 0.01; done';
$process = Process::spawn(['sleep', '60'], new ProcessOptions(timeout: 0.05));
var_dump($process->join(), $process->isTimedOut());
$process = Process::spawn(['sh', '-c', "trap '' TERM; $ready"], new ProcessOptions(timeout: 0.2 * $slow, grace: 0.05));
$process->stdout->readLine();
var_dump($process->join(), $process->isTimedOut());
$process = Process::spawn(['sh', '-c', "trap 'exit 5' TERM; $ready"], new ProcessOptions(timeout: 0.2 * $slow));
$process->stdout->readLine();
var_dump($process->join(), $process->isTimedOut());
$process = Process::spawn(['true'], new ProcessOptions(timeout: 60.0));
var_dump($process->join(), $process->isTimedOut());
try {
    Process::run(['sleep', '60'], '', new ProcessOptions(timeout: 0.05));
} catch (TimeoutException $exception) {
    echo $exception->getMessage(), "\n";
}
// A grandchild holds the output: that is not waited for longer.
$begun = microtime(true);
try {
    [$held, $holder] = Stream::createPipe();
    Process::run(['sh', '-c', 'cat <&3 & exec sleep 60'], '', new ProcessOptions(timeout: 0.05, descriptors: [3 => $held]));
} catch (TimeoutException $exception) {
    var_dump(microtime(true) - $begun < 10 * $slow);
}
// The waiting alone: the process runs on.
$process = Process::spawn(['sleep', '60']);
try {
    $process->join(0.01);
} catch (TimeoutException $exception) {
    echo str_replace((string) $process->pid, 'N', $exception->getMessage()), "\n";
}
var_dump($process->isRunning(), $process->stop());
?>
--EXPECT--
int(-15)
bool(true)
int(-9)
bool(true)
int(5)
bool(true)
int(0)
bool(false)
Process::run(): sleep did not end within 0.05 seconds
bool(true)
Process::join(): process N did not end within 0.01 seconds
bool(true)
int(-15)
