--TEST--
watch(): a debounce puts together, a full queue is told, so are too many folders
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip there is no inotify');
?>
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\{File, WatchOptions};
use function Evloop\{delay, run};
run(function () {
    $dir = new TestFolder;
    $names = function ($watcher, float $timeout) {
        $names = [];
        try {
            while ($event = $watcher->next($timeout)) {
                $names[] = $event->change->name . ($event->path === '' ? '' : ' ' . basename($event->path));
            }
        } catch (Evloop\TimeoutException) {
        }
        return implode(', ', $names);
    };
    $watcher = File::watch($dir->path, options: new WatchOptions(debounce: 0.05));
    for ($i = 0; $i < 5; $i++) {
        file_put_contents($dir('a'), 'x', FILE_APPEND);
        delay(0.002);
    }
    touch($dir('temporary'));
    unlink($dir('temporary'));
    echo $names($watcher, 0.5), "\n";
    unlink($dir('a'));
    touch($dir('a'));
    echo $names($watcher, 0.5), "\n";
    $watcher->close();
    $watcher = File::watch($dir->path, options: new WatchOptions(queue: 3));
    for ($i = 0; $i < 10; $i++) {
        mkdir($dir("m$i"));
    }
    delay(0.01);
    echo preg_replace('~ evloop-file-\w+~', '', $names($watcher, 0.05)), "\n";
    touch($dir('after'));
    echo $names($watcher, 0.2), "\n";
    echo outcome(fn () => File::watch($dir->path, true, new WatchOptions(maxFolders: 5))), "\n";
    echo outcome(fn () => File::watch($dir('none'))), "\n", outcome(fn () => new WatchOptions(queue: 0)), "\n", outcome(fn () => new WatchOptions(debounce: -1)), "\n";
});
?>
--EXPECT--
Created a
Changed a
Created m0, Created m1, Created m2, Overflow
Created after
Evloop\FileException: watch <dir> failed: no space left on device (ENOSPC) [28]
Evloop\FileException: watch <dir>/none failed: no such file or directory (ENOENT) [2]
ValueError: Evloop\WatchOptions::__construct(): Argument #3 ($queue) must be between 1 and 16777216
ValueError: Evloop\WatchOptions::__construct(): Argument #1 ($debounce) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
