--TEST--
put(): the old file or the whole new one; its mode, links, generators, failures
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{delay, run};
run(function () {
    $dir = new TestFolder;
    umask(022);
    File::put($dir('a'), 'old', mode: 0640);
    File::put($dir('a'), 'new');
    printf("%o %s\n", fileperms($dir('a')) & 07777, file_get_contents($dir('a')));
    symlink('a', $dir('link'));
    File::put($dir('link'), 'through');
    var_dump(is_link($dir('link')), file_get_contents($dir('a')));
    $pieces = function (bool $fail) use ($dir) {
        yield 'first ';
        delay(0.001);
        echo 'meanwhile: ', file_get_contents($dir('a')), "\n";
        yield 2;
        $fail && throw new Exception('no more');
        yield ' third';
    };
    echo outcome(fn () => File::put($dir('a'), $pieces(true))), "\n", file_get_contents($dir('a')), "\n";
    echo outcome(fn () => File::put($dir('a'), $pieces(false), sync: true)), "\n", file_get_contents($dir('a')), "\n";
    echo outcome(fn () => File::put($dir('a'), ['x', ['y']])), "\n", outcome(fn () => File::put($dir('a'), 5)), "\n";
    echo outcome(fn () => File::put($dir('none/a'), 'x')), "\n", outcome(fn () => File::put($dir->path, 'x')), "\n";
    var_dump($dir->holds('a', 'link'));
});
?>
--EXPECT--
640 new
bool(true)
string(7) "through"
meanwhile: through
Exception: no more
through
meanwhile: through
13
first 2 third
TypeError: Evloop\File::put(): Argument #2 ($data) must give strings, array given
TypeError: Evloop\File::put(): Argument #2 ($data) must be of type Traversable|array|string, int given
Evloop\FileException: put <dir>/none/a failed: no such file or directory (ENOENT) [2]
Evloop\FileException: put <dir> failed: illegal operation on a directory (EISDIR) [21]
bool(true)
