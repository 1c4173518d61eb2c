--TEST--
Whole files: get, put, append, copy; /proc files of size 0; the limit
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    var_dump(File::put($dir('a'), "one\n"), File::append($dir('a'), 'two'), File::append($dir('new'), ''), File::get($dir('a')));
    var_dump(File::put($dir('a'), ''), File::get($dir('a')));
    var_dump(strlen(File::get('/proc/self/status')) > 100);
    File::put($dir('big'), str_repeat('x', 3_000_000), sync: true);
    var_dump(md5(File::get($dir('big'))) === md5_file($dir('big')), File::copy($dir('big'), $dir('copy')), md5_file($dir('copy')) === md5_file($dir('big')));
    echo outcome(fn () => File::get($dir('big'), 1000)), "\n", outcome(fn () => strlen(File::get($dir('big'), 3_000_000))), "\n";
    echo outcome(fn () => File::get($dir->path)), "\n", outcome(fn () => File::get($dir('none'))), "\n";
    var_dump($dir->holds('a', 'big', 'copy', 'new'));
});
?>
--EXPECT--
int(4)
int(3)
int(0)
string(7) "one
two"
int(0)
string(0) ""
bool(true)
bool(true)
int(3000000)
bool(true)
Evloop\FileException: get <dir>/big, which has more than 1000 bytes, failed: file too large (EFBIG) [27]
3000000
Evloop\FileException: get <dir> failed: illegal operation on a directory (EISDIR) [21]
Evloop\FileException: get <dir>/none failed: no such file or directory (ENOENT) [2]
bool(true)
