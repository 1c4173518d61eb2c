--TEST--
watch(): one file, also when another takes its place; log rotation
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip there is no inotify');
?>
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    touch($dir('log'));
    chdir($dir->path);
    $watcher = File::watch('log');
    $tell = function (int $count) use ($watcher) {
        while ($count-- > 0) {
            $event = $watcher->next(5);
            echo $event->change->name, ' ', $event->path, $event->oldPath === null ? '' : " was $event->oldPath", "\n";
        }
    };
    touch('other');
    file_put_contents('log', 'line');
    $tell(1);
    rename('log', 'log.1');
    $tell(1);
    touch('log');
    $tell(1);
    File::put('log', 'whole');
    $tell(1);
    unlink('log');
    $tell(1);
    $watcher->close();
    var_dump($watcher->next());
});
?>
--EXPECT--
Changed log
Renamed log.1 was log
Created log
Created log
Removed log
NULL
