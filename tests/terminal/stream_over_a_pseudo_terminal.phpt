--TEST--
Stream over the controlling side of a pseudo-terminal (proc_open's "pty"): its end is an end, and a program that reads nothing holds up nobody
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!@proc_open(['true'], [['pty']], $pipes)) die('skip PHP without pty');
?>
--FILE--
<?php
use Evloop\{Stream, TimeoutException};
use function Evloop\{async, delay};

$start = function (string ...$command): Stream {
    global $processes;
    $processes[] = proc_open($command, [['pty'], ['pty'], ['pty']], $pipes);
    return new Stream($pipes[0]);
};
echo json_encode($start('sh', '-c', 'echo one; echo two >&2')->readAll()), "\n";

$terminal = $start('sh', '-c', 'stty -echo; echo ready; read line; echo "got $line"');
$terminal->readLine();
$terminal->write("a line\n");
echo $terminal->readLine(), ' ', json_encode($terminal->read()), "\n";

$terminal = $start('sh', '-c', 'stty raw -echo; echo ready; exec sleep 60');
$terminal->readLine();
try {
    $terminal->write(str_repeat('x', 1 << 18));
    $terminal->drain(0.1);
} catch (TimeoutException $e) {
    echo preg_replace('/ \d+ of.*|to .*: /', '', $e->getMessage()), "\n";
}
array_map(fn ($process) => proc_terminate($process, 9), $processes);
?>
--EXPECT--
"one\r\ntwo\r\n"
got a line null
drain() the peer took too little within 0.1 seconds,
