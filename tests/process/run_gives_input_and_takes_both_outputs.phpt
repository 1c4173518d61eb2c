--TEST--
Process::run(): 64 MiB both ways at once; what a program does not read is dropped
--EXTENSIONS--
evloop
--INI--
memory_limit=512M
--FILE--
<?php
use Evloop\Process;

$data = random_bytes(64 << 20);
$options = new Evloop\ProcessOptions(outputLimit: 64 << 20);
$result = Process::run(['cat'], $data, $options);
var_dump($result->stdout === $data, $result->isSuccess());
unset($result);
$result = Process::run(['sh', '-c', 'tee /dev/stderr'], substr($data, 0, 4 << 20));
var_dump(strlen($result->stdout), $result->stderr === $result->stdout);
var_dump(Process::run(['true'], $data)->exitCode);
$result = Process::run(['sh', '-c', 'echo bad >&2; kill -15 $$']);
var_dump($result->stderr, $result->exitCode, $result->signal, $result->isSuccess());
?>
--EXPECT--
bool(true)
bool(true)
int(4194304)
bool(true)
int(0)
string(4) "bad
"
NULL
int(15)
bool(false)
