--TEST--
list(): lazily, in batches, ended early, two at once, errors
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{async, run};
run(function () {
    $dir = new TestFolder;
    for ($i = 0; $i < 5000; $i++) {
        touch($dir(sprintf('%05d-%s', $i, str_repeat('n', 20))));
    }
    $names = iterator_to_array(File::list($dir->path));
    sort($names);
    var_dump(count($names), $names[0], $names[4999], count(iterator_to_array(File::list('/proc/self/task'))) > 0);
    $list = File::list($dir->path);
    foreach ($list as $key => $name) {
        if ($key === 2) {
            break;
        }
    }
    foreach ($list as $key => $name) {
        break;
    }
    var_dump($key);
    $list->close();
    $list->close();
    var_dump(iterator_to_array($list));
    unset($list);
    echo outcome(fn () => File::list($dir('none'))), "\n", outcome(fn () => File::list('/etc/hostname')), "\n";
    $before = count(scandir('/proc/self/fd'));
    File::list($dir->path);
    var_dump(count(scandir('/proc/self/fd')) === $before);
});
?>
--EXPECT--
int(5000)
string(26) "00000-nnnnnnnnnnnnnnnnnnnn"
string(26) "04999-nnnnnnnnnnnnnnnnnnnn"
bool(true)
int(0)
array(0) {
}
Evloop\FileException: list <dir>/none failed: no such file or directory (ENOENT) [2]
Evloop\FileException: list /etc/hostname failed: not a directory (ENOTDIR) [20]
bool(true)
