--TEST--
the end of an output is not the end of the process, and the other way round
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, Stream};
use Evloop\ProcessOptions;

$process = Process::spawn(['sh', '-c', 'echo said; exec >&- 2>&-; read line; exit 4']);
var_dump($process->stdout->readAll(), $process->stderr->readAll(), $process->isRunning());
$process->stdin->write("go\n");
var_dump($process->join());

// The program has ended, what it left behind writes on.
$process = Process::spawn(['sh', '-c', '(read line; echo late) <&3 & exit 5'], new ProcessOptions(descriptors: [3 => ($pipe = Stream::createPipe())[0]]));
var_dump($process->join());
$pipe[1]->write("go\n");
var_dump($process->stdout->readAll());
?>
--EXPECT--
string(5) "said
"
string(0) ""
bool(true)
int(4)
int(5)
string(5) "late
"
