--TEST--
stat, lstat, exists, chmod, rename, remove, mkdir, links
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\{File, FileType};
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    umask(022);
    File::mkdir($dir('a/b/c'), recursive: true);
    File::mkdir($dir('a/b/c'), recursive: true);
    echo outcome(fn () => File::mkdir($dir('a'))), "\n";
    File::put($dir('a/f'), '12345');
    File::symlink('f', $dir('a/l'));
    File::symlink('nowhere', $dir('a/dead'));
    $stat = File::stat($dir('a/l'));
    echo json_encode([$stat->type->name, $stat->size, decoct($stat->mode), $stat->links, $stat->inode === fileinode($dir('a/f'))]), "\n";
    var_dump(abs($stat->modified - microtime(true)) < 60, $stat->changed >= $stat->modified, File::lstat($dir('a/l'))->type === FileType::Link, File::stat($dir('a'))->type === FileType::Folder);
    var_dump(File::readLink($dir('a/l')), File::exists($dir('a/l')), File::exists($dir('a/dead')), File::exists($dir('a/f/x')));
    File::chmod($dir('a/f'), 0600);
    echo decoct(File::stat($dir('a/f'))->mode), "\n", outcome(fn () => File::readLink($dir('a/f'))), "\n", outcome(fn () => File::chmod($dir('a/f'), 010000)), "\n";
    File::rename($dir('a/f'), $dir('g'));
    echo outcome(fn () => File::rename($dir('a/f'), $dir('h'))), "\n", outcome(fn () => File::remove($dir('a'))), "\n", outcome(fn () => File::remove($dir('none'))), "\n";
    File::remove($dir('a/dead'));
    File::remove($dir('a'), recursive: true);
    var_dump($dir->holds('g'));
});
?>
--EXPECT--
Evloop\FileException: mkdir <dir>/a failed: file already exists (EEXIST) [17]
["File",5,"644",1,true]
bool(true)
bool(true)
bool(true)
bool(true)
string(1) "f"
bool(true)
bool(false)
bool(false)
600
Evloop\FileException: readLink <dir>/a/f failed: invalid argument (EINVAL) [22]
ValueError: Evloop\File::chmod(): Argument #2 ($mode) must be between 0 and 07777
Evloop\FileException: rename <dir>/a/f to <dir>/h failed: no such file or directory (ENOENT) [2]
Evloop\FileException: remove <dir>/a failed: directory not empty (ENOTEMPTY) [39]
Evloop\FileException: remove <dir>/none failed: no such file or directory (ENOENT) [2]
bool(true)
