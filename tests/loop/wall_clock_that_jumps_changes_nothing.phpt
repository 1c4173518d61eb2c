--TEST--
A jump of the wall clock, forward or back, moves no timer and no timeout
--EXTENSIONS--
evloop
--CONFLICTS--
all
--SKIPIF--
<?php
if (PHP_OS !== 'Linux') die('skip preloads a clock, as Linux does it');
exec('cc --version 2>&1', $output, $status);
if ($status !== 0) die('skip cc is not installed');
?>
--FILE--
<?php
$library = __DIR__ . '/wall_clock.so.tmp';
$sources = [dirname(__DIR__) . '/include/wall_clock.c', dirname(__DIR__, 2) . '/tools/asan_dlopen.c'];
passthru("cc -shared -fPIC -o $library " . implode(' ', $sources) . ' -ldl 2>&1');
$command = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' ' . dirname(__DIR__) . '/include/wall_clock.inc 2>&1';
passthru('LD_PRELOAD="$LD_PRELOAD ' . $library . "\" $command");
unlink($library);
?>
--EXPECT--
the clock jumped by 86400 s
repeat: in time
await: in time
delay: in time
the clock jumped by -86400 s
read: in time
Loop::delay: in time
the loop's clock was ours
