--TEST--
the environment is ours with putenv(), or exactly what is given; cwd is where the program starts
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessOptions};

putenv('EVLOOP_TEST=put');
echo Process::run(['sh', '-c', 'echo $EVLOOP_TEST'])->stdout;
echo Process::run(['/usr/bin/env'], '', new ProcessOptions(environment: []))->stdout;
echo Process::run(['/usr/bin/env'], '', new ProcessOptions(environment: ['A' => 'b=c', 'N' => 1, 7 => 'x']))->stdout;
echo Process::run(['pwd', '-P'], '', new ProcessOptions(cwd: '/'))->stdout;
// Both the program's relative path and PATH are the program's own.
mkdir($folder = __DIR__ . '/environment_and_folder.out');
copy('/bin/echo', "$folder/evloop-echo");
chmod("$folder/evloop-echo", 0700);
echo Process::run(['./evloop-echo', 'in cwd'], '', new ProcessOptions(cwd: $folder))->stdout;
echo Process::run(['evloop-echo', 'in PATH'], '', new ProcessOptions(environment: ['PATH' => "/nonexistent:$folder"]))->stdout;
echo Process::run(['evloop-echo', 'in an empty part'], '', new ProcessOptions(cwd: $folder, environment: ['PATH' => '/nonexistent::/']))->stdout;
unlink("$folder/evloop-echo");
rmdir($folder);
?>
--EXPECT--
put
A=b=c
N=1
7=x
/
in cwd
in PATH
in an empty part
