--TEST--
The modes of fopen(), and what is none
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    $try = function (string $mode, bool $exists) use ($dir) {
        @unlink($dir('f'));
        $exists && file_put_contents($dir('f'), 'abc');
        return outcome(function () use ($mode, $dir) {
            $file = File::open($dir('f'), $mode);
            $told = [$file->isReadable(), $file->isWritable()];
            $file->isWritable() && $file->write('X');
            $file->close();
            return [...$told, file_get_contents($dir('f'))];
        });
    };
    foreach (['r', 'r+', 'w', 'w+', 'a', 'a+', 'x', 'x+', 'c', 'c+', 'rb', 'r+b', 'rb+', 'wt', 'cen'] as $mode) {
        echo str_pad($mode, 4), $try($mode, true), "\n    ", $try($mode, false), "\n";
    }
    foreach (['', 'q', 'rr', 'r++++++', 'w,', "r\0", '+r'] as $mode) {
        echo outcome(fn () => File::open($dir('f'), $mode)) === outcome(fn () => null) ? 'taken' : 'refused', ' ';
    }
});
?>
--EXPECT--
r   [true,false,"abc"]
    Evloop\FileException: open <dir>/f failed: no such file or directory (ENOENT) [2]
r+  [true,true,"Xbc"]
    Evloop\FileException: open <dir>/f failed: no such file or directory (ENOENT) [2]
w   [false,true,"X"]
    [false,true,"X"]
w+  [true,true,"X"]
    [true,true,"X"]
a   [false,true,"abcX"]
    [false,true,"X"]
a+  [true,true,"abcX"]
    [true,true,"X"]
x   Evloop\FileException: open <dir>/f failed: file already exists (EEXIST) [17]
    [false,true,"X"]
x+  Evloop\FileException: open <dir>/f failed: file already exists (EEXIST) [17]
    [true,true,"X"]
c   [false,true,"Xbc"]
    [false,true,"X"]
c+  [true,true,"Xbc"]
    [true,true,"X"]
rb  [true,false,"abc"]
    Evloop\FileException: open <dir>/f failed: no such file or directory (ENOENT) [2]
r+b [true,true,"Xbc"]
    Evloop\FileException: open <dir>/f failed: no such file or directory (ENOENT) [2]
rb+ [true,true,"Xbc"]
    Evloop\FileException: open <dir>/f failed: no such file or directory (ENOENT) [2]
wt  [false,true,"X"]
    [false,true,"X"]
cen [false,true,"Xbc"]
    [false,true,"X"]
refused refused refused refused refused refused refused 
