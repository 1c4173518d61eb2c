--TEST--
Process::run(): a program that writes more than outputLimit is killed
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessException, ProcessOptions};

$options = new ProcessOptions(outputLimit: 10);
foreach (['printf 0123456789', 'printf 0123456789x', 'printf 0123456789x >&2', 'yes'] as $script) {
    try {
        var_dump(Process::run(['sh', '-c', $script], '', $options)->stdout);
    } catch (ProcessException $exception) {
        echo $exception->getMessage(), "\n";
    }
}
var_dump(Process::run(['true'], '', new ProcessOptions(outputLimit: 0))->stdout);
?>
--EXPECT--
string(10) "0123456789"
Process::run(): sh wrote more than 10 bytes to its standard output, and was killed
Process::run(): sh wrote more than 10 bytes to its standard error, and was killed
Process::run(): sh wrote more than 10 bytes to its standard output, and was killed
string(0) ""
