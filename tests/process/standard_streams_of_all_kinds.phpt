--TEST--
stdin, stdout and stderr: files, streams, inherited, null, one for both outputs
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessOptions, Socket, Stdio, Stream};

$file = __DIR__ . '/standard_streams_of_all_kinds.out';
$print = ['sh', '-c', 'cat; echo out; echo err >&2'];
file_put_contents($file, "old content, longer than the new one\n");
Process::spawn($print, new ProcessOptions(stdin: Stdio::Null, stdout: $file, stderr: Stdio::Output))->join();
echo file_get_contents($file);
Process::spawn($print, new ProcessOptions(stdin: $file, stdout: fopen($file . '.log', 'a+'), stderr: Stdio::Null))->join();
echo file_get_contents($file . '.log'), "--\n";
$process = Process::spawn($print, new ProcessOptions(stdin: Stdio::Null, stdout: Stdio::Inherit, stderr: Stdio::Output));
var_dump($process->stdin, $process->stdout, $process->stderr, $process->join());
echo Process::run($print, '', new ProcessOptions(stderr: Stdio::Output))->stdout;

// Two programs are connected: the Stream is handed over.
$first = Process::spawn(['printf', 'b\na\n']);
$second = Process::spawn(['sort'], new ProcessOptions(stdin: $first->stdout));
var_dump($first->stdout->isClosed(), $second->stdout->readAll());
[$ours, $theirs] = Socket::pair();
$process = Process::spawn(['tr', 'a-z', 'A-Z'], new ProcessOptions(stdin: $theirs, stdout: $theirs));
$ours->write('shout');
$ours->shutdown();
var_dump($ours->readAll(), $process->join());
unlink($file);
unlink($file . '.log');
?>
--EXPECT--
out
err
out
err
out
--
out
err
NULL
NULL
NULL
int(0)
out
err
bool(true)
string(4) "a
b
"
string(5) "SHOUT"
int(0)
