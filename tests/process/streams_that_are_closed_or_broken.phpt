--TEST--
closing a stream of a process; writing to one that does not read any more
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, SocketException};

$process = Process::spawn(['cat']);
$process->stdin->close();
var_dump($process->stdout->readAll(), $process->join());

$process = Process::spawn(['yes']);
$process->stdout->close();
var_dump($process->join());

$process = Process::spawn(['sh', '-c', 'exec <&-; echo closed; exec sleep 60']);
$process->stdout->readLine();
try {
    $process->stdin->write('a');
    $process->stdin->drain();
} catch (SocketException $exception) {
    echo $exception->getMessage(), "\n";
}
$process->kill();
// The streams outlive the object.
$stdout = Process::spawn(['sh', '-c', 'echo text; exec cat'])->detach()->stdout;
var_dump($stdout->readLine());
?>
--EXPECTF--
string(0) ""
int(0)
int(-13)
%s the standard input of sh failed: broken pipe (EPIPE)
string(4) "text"
