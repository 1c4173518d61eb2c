--TEST--
A request that ends, by its end, exit() or a fatal error, while files are read, written, watched, locked and listed
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip there is no inotify');
if (getenv('USE_ZEND_ALLOC') === '0') die('skip needs the memory limit');
?>
--FILE--
<?php
require __DIR__ . '/../include/child.inc';
require __DIR__ . '/../include/file.inc';
$begin = <<<'CODE'
    use Evloop\{File, Loop};
    use function Evloop\{async, delay, suspend};
    ini_set('evloop.deadlock', 'off');
    $dir = $argv[1];
    $file = File::open("$dir/f", 'w+');
    $file->flock();
    $other = File::open("$dir/f");
    $watcher = File::watch($dir, true);
    $temp = File::temp($dir);
    async(fn () => $watcher->next())->ignore();
    async(fn () => $other->flock())->ignore();
    async(fn () => File::put("$dir/put", str_repeat('x', 3000000)))->ignore();
    async(fn () => File::open("$dir/w", 'w')->write(str_repeat('x', 3000000)))->ignore();
    async(fn () => File::open('/dev/zero')->readAt(0, 30000000))->ignore();
    async(fn () => iterator_to_array(File::list('/usr/bin')))->ignore();
    $queued = File::open("$dir/queued", 'w');
    $queued->tryWrite('queued');
    suspend();
    CODE;
$ends = [
    'end' => 'Loop::delay(0.01, fn () => Loop::stop()); Loop::run();',
    'exit' => 'exit(3);',
    'exit in a coroutine' => 'async(fn () => exit(4)); delay(1);',
    'fatal error' => 'ini_set("memory_limit", "8M"); str_repeat("x", 20 << 20);',
    'fatal error in a coroutine' => 'ini_set("memory_limit", "8M"); async(fn () => str_repeat("x", 20 << 20)); delay(1);',
    'isolated' => 'echo @Loop::isolate(function () use ($dir) { async(fn () => File::get("/dev/zero", 1000000))->ignore(); return strlen(File::get(PHP_BINARY, 1 << 30)) > 1000; }); exit(5);',
];
foreach ($ends as $name => $end) {
    $dir = new TestFolder;
    $said = run_child("$begin $end", $dir->path);
    $left = array_filter(glob("$dir->path/{,.}*", GLOB_BRACE), fn ($path) => preg_match('~\.tmp$|evloop-[a-z0-9]{12}$~', $path));
    echo "$name: ", preg_replace('~( at \S+:\d+)? \(tried.*line \d+~', '', $said), ' ', @file_get_contents($dir('queued')), $left ? ' something is left' : '', "\n";
}
?>
--EXPECT--
end:  status 0 queued
exit:  status 3 queued
exit in a coroutine:  status 4 queued
fatal error: Fatal error: Allowed memory size of 8388608 bytes exhausted status 255 queued
fatal error in a coroutine: Fatal error: Allowed memory size of 8388608 bytes exhausted status 255 queued
isolated: 1 status 5 queued
