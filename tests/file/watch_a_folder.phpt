--TEST--
watch(): what happens in a folder, renames with both names, and from and to elsewhere
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip there is no inotify');
?>
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\{File, FileChange};
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    mkdir($dir('in'));
    $watcher = File::watch($dir('in'));
    $tell = function (int $count) use ($watcher, $dir) {
        while ($count-- > 0) {
            $event = $watcher->next(5);
            echo $event->change->name, ' ', basename($event->path), $event->oldPath === null ? '' : ' was ' . basename($event->oldPath), $event->isFolder ? ' (folder)' : '', "\n";
        }
    };
    file_put_contents($dir('in/a'), 'x');
    $tell(1);
    file_put_contents($dir('in/a'), 'y', FILE_APPEND);
    $tell(1);
    rename($dir('in/a'), $dir('in/b'));
    rename($dir('in/b'), $dir('out'));
    $tell(2);
    rename($dir('out'), $dir('in/c'));
    mkdir($dir('in/sub'));
    file_put_contents($dir('in/sub/not told'), '');
    unlink($dir('in/c'));
    chmod($dir('in/sub'), 0700);
    $tell(3);
    echo outcome(fn () => $watcher->next(0.05)), "\n";
    unlink($dir('in/sub/not told'));
    rmdir($dir('in/sub'));
    rmdir($dir('in'));
    foreach ($watcher as $event) {
        echo $event->change->name, ' ', str_replace($dir->path, '<dir>', $event->path), "\n";
    }
    var_dump($watcher->isClosed(), $watcher->next());
});
?>
--EXPECT--
Created a
Changed a
Renamed b was a
Removed b
Created c
Created sub (folder)
Removed c
Evloop\TimeoutException: next() on <dir>/in: nothing happened within 0.05 seconds
Removed <dir>/in/sub
Removed <dir>/in
bool(true)
NULL
