--TEST--
Paths: NUL, schemes, the working directory, open_basedir, lengths
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    foreach (["a\0b", '', 'http://x/y', 'file:///etc/passwd', 'php://memory', str_repeat('x', 5000), str_repeat('y', 300)] as $path) {
        echo substr(outcome(fn () => File::get($path)), 0, 150), "\n";
    }
    chdir($dir->path);
    File::put('relative', 'r');
    File::mkdir('sub');
    symlink('sub', 'link');
    File::put('link/../up', 'u');
    var_dump($dir->holds('link', 'relative', 'sub', 'up'), File::open('relative')->path() === $dir('relative'));
    ini_set('open_basedir', $dir->path);
    var_dump(File::get($dir('up')));
    foreach ([fn () => File::get('/etc/hostname'), fn () => File::put('/x', ''), fn () => File::rename('up', '/up'), fn () => File::list('/'),
        fn () => File::symlink('/etc/passwd', 'l'), fn () => File::symlink('../../next', 'sub/l'), fn () => File::temp('/'), fn () => File::copy('/etc/hostname', 'h')] as $body) {
        echo outcome($body), "\n";
    }
});
?>
--EXPECT--
ValueError: Evloop\File::get(): Argument #1 ($path) must not contain any null bytes
ValueError: Evloop\File::get(): Argument #1 ($path) must not be empty
ValueError: Evloop\File::get(): Argument #1 ($path) must be a path and not a URL: there are no stream wrappers here, "http://x/y" given
ValueError: Evloop\File::get(): Argument #1 ($path) must be a path and not a URL: there are no stream wrappers here, "file:///etc/passwd" given
ValueError: Evloop\File::get(): Argument #1 ($path) must be a path and not a URL: there are no stream wrappers here, "php://memory" given
Evloop\FileException: get xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... failed: name too lon
Evloop\FileException: get yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
bool(true)
bool(true)
string(1) "u"
Evloop\FileException: get /etc/hostname (which is outside of open_basedir) failed: operation not permitted (EPERM) [1]
Evloop\FileException: put /x (which is outside of open_basedir) failed: operation not permitted (EPERM) [1]
Evloop\FileException: rename /up (which is outside of open_basedir) failed: operation not permitted (EPERM) [1]
Evloop\FileException: list / (which is outside of open_basedir) failed: operation not permitted (EPERM) [1]
Evloop\FileException: symlink l failed: operation not permitted (EPERM) [1]
Evloop\FileException: symlink sub/l failed: operation not permitted (EPERM) [1]
Evloop\FileException: temp / (which is outside of open_basedir) failed: operation not permitted (EPERM) [1]
Evloop\FileException: copy /etc/hostname (which is outside of open_basedir) failed: operation not permitted (EPERM) [1]
