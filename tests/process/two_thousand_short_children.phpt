--TEST--
2,000 short children, 50 at a time: each has its own code, no zombie and no descriptor is left
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
use Evloop\{Process, ProcessOptions, Stdio};
use function Evloop\map;

$options = new ProcessOptions(stdin: Stdio::Null, stdout: Stdio::Null, stderr: Stdio::Inherit);
$before = count(scandir('/proc/self/fd'));
$codes = map(range(0, 1999), fn (int $i) => Process::spawn(['sh', '-c', 'exit ' . $i % 256], $options)->join(), 50);
var_dump($codes === array_map(fn (int $i) => $i % 256, range(0, 1999)));
var_dump(count(scandir('/proc/self/fd')) - $before <= 10, pcntl_waitpid(-1, $status, WNOHANG));
?>
--EXPECT--
bool(true)
bool(true)
int(-1)
