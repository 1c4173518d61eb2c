--TEST--
Streams over the pipes of proc_open(): megabytes both ways at once
--SKIPIF--
<?php
if (!is_executable('/bin/cat')) die('skip needs cat');
?>
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Stream;
use function Evloop\async;

$process = proc_open(['/bin/cat'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
$in = new Stream($pipes[0]);
$out = new Stream($pipes[1]);
$data = random_bytes(4_000_000);
async(function () use ($in, $data, &$pipes) {
    $in->write($data);
    $in->drain();
    $in->close();
    fclose($pipes[0]);
});
var_dump($out->readAll() === $data);
var_dump(proc_close($process));
?>
--EXPECT--
bool(true)
int(0)
