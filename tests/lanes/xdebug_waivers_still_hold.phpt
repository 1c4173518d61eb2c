--TEST--
What the Xdebug lanes leave out goes wrong in a plain Fiber without evloop, too
--SKIPIF--
<?php
if (PHP_DEBUG || PHP_ZTS) die('skip another PHP than Xdebug was built for');
if (!is_file(ini_get('extension_dir') . '/xdebug.so')) die('skip needs Xdebug');
?>
--FILE--
<?php
function under(string $mode, string $code): string
{
    $folder = sys_get_temp_dir() . '/evloop-xdebug-' . getmypid();
    @mkdir($folder);
    $settings = ['zend_extension=xdebug', 'xdebug.start_with_request=yes', "xdebug.output_dir=$folder", 'xdebug.max_nesting_level=-1', 'xdebug.log_level=0'];
    $settings = $mode === '' ? [] : array_merge(...array_map(fn ($setting) => ['-d', $setting], $settings));
    $process = proc_open([PHP_BINARY, '-n', ...$settings, '-r', $code], [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'a']], $pipes,
        null, ['XDEBUG_MODE' => $mode] + getenv());
    $output = stream_get_contents($pipes[1]);
    $status = proc_close($process);
    array_map(unlink(...), glob("$folder/*"));
    rmdir($folder);
    return strtr(trim($output), "\n", ' ') . ($status === 0 ? '' : ' crash');
}

$exit = '(new Fiber(function () { exit("exit"); }))->start();';
$deep = '$nest = function (int $n) use (&$nest) { return $n ? array_map(fn () => $nest($n - 1), [1]) : 1; };
    (new Fiber(function () use ($nest) { $nest(3000); echo "bottom"; }))->start();';
$cycle = 'class Holder { public $fiber; function __destruct() { echo "collected\n"; } }
    function wait(Holder $holder) { Fiber::suspend(); }
    $holder = new Holder;
    ($holder->fiber = new Fiber(fn () => wait($holder)))->start();
    unset($holder);
    gc_collect_cycles();
    echo "end\n";';
foreach (['', 'profile'] as $mode) {
    echo "exit(): ", under($mode, $exit), "\n";
}
foreach (['', 'coverage', 'debug', 'develop', 'profile', 'trace'] as $mode) {
    echo "deep: ", under($mode, $deep), "\n";
}
foreach (['', 'develop', 'trace'] as $mode) {
    echo "cycle: ", under($mode, $cycle), "\n";
}
?>
--EXPECT--
exit(): exit
exit():  crash
deep: bottom
deep:  crash
deep:  crash
deep:  crash
deep:  crash
deep:  crash
cycle: collected end
cycle: end collected
cycle: end collected
