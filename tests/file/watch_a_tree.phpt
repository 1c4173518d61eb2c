--TEST--
watch(): folders that are made in a tree are watched at once, nothing in them is lost, renames move them
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
    mkdir($dir('tree/old/deep'), recursive: true);
    $watcher = File::watch($dir('tree'), recursive: true);
    // In one go, before anybody can watch them.
    for ($i = 0; $i < 50; $i++) {
        mkdir($dir("tree/$i/a/b"), recursive: true);
        touch($dir("tree/$i/a/b/file"));
    }
    $seen = [];
    while (count($seen) < 200) {
        $event = $watcher->next(5);
        $event->change->name === 'Created' && $seen[substr($event->path, strlen($dir('tree/')))] = true;
    }
    echo isset($seen['0/a/b/file'], $seen['49/a/b/file'], $seen['49/a']) ? "all\n" : "some\n";
    $until = function (string $what) use ($watcher, $dir) {
        do {
            $event = $watcher->next(5);
            $said = $event->change->name . ' ' . substr($event->path, strlen($dir('tree/')));
        } while ($said !== $what);
        echo $said, "\n";
    };
    rename($dir('tree/old'), $dir('tree/new'));
    touch($dir('tree/new/deep/x'));
    $until('Renamed new');
    $until('Created new/deep/x');
    rename($dir('tree/new'), $dir('away'));
    $until('Removed new');
    touch($dir('away/deep/not told'));
    rename($dir('away'), $dir('tree/back'));
    $until('Created back');
    $until('Created back/deep/not told');
    touch($dir('tree/back/deep/z'));
    $until('Created back/deep/z');
});
?>
--EXPECT--
all
Renamed new
Created new/deep/x
Removed new
Created back
Created back/deep/not told
Created back/deep/z
