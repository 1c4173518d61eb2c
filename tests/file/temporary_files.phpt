--TEST--
temp(): nobody else has its name, it goes with its object, unless it was renamed
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{delay, run};
run(function () {
    $dir = new TestFolder;
    $gone = function (string $path) {
        for ($i = 0; file_exists($path) && $i < 1000; $i++) {
            delay(0.001);
        }
        return !file_exists($path);
    };
    $file = File::temp($dir->path, 'pre-');
    $file->write('hello');
    $path = $file->path();
    echo preg_replace('~.*/(pre-).{12}$~', '$1', $path), ' ', decoct(fileperms($path) & 0777), ' ', file_get_contents($path), "\n";
    $file->close();
    var_dump($gone($path));
    $file = File::temp($dir->path);
    [$path] = [$file->path(), $file = null];
    var_dump($gone($path));
    $file = File::temp($dir->path);
    File::rename($file->path(), $dir('kept'));
    $file->close();
    delay(0.01);
    var_dump($dir->holds('kept'), dirname(File::temp()->path()) === rtrim(sys_get_temp_dir(), '/'));
    echo outcome(fn () => File::temp($dir('none'))), "\n", outcome(fn () => File::temp($dir->path, 'a/b')), "\n";
});
?>
--EXPECT--
pre- 600 hello
bool(true)
bool(true)
bool(true)
bool(true)
Evloop\FileException: temp <dir>/none failed: no such file or directory (ENOENT) [2]
ValueError: Evloop\File::temp(): Argument #2 ($prefix) must be the beginning of a name, without a slash or a null byte
