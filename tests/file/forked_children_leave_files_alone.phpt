--TEST--
pcntl_fork with files open: a child uses them and others, and takes neither the temporary file nor the events of its parent
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;

$dir = new TestFolder;
$temp = File::temp($dir->path);
File::append($dir('log'), 'parent ');
$open = File::open($dir('log'), 'a+');
$watcher = File::watch($dir->path);
$child = pcntl_fork();
if ($child === 0) {
    File::put($dir('child'), 'of the child');
    echo outcome(fn () => $open->write('child ')), "\n"; // What was open belongs to the parent's loop.
    unset($temp, $open, $watcher);
    gc_collect_cycles();
    exit(0); // With all that ends a request.
}
pcntl_waitpid($child, $status);
$open->write('parent again');
echo File::get($dir('log')), ', ', File::get($dir('child')), ', ', pcntl_wexitstatus($status), "\n";
$temp->write('still there');
echo file_get_contents($temp->path()), "\n";
while (($seen = basename($watcher->next(5)->path)) !== 'child');
echo $seen, "\n";
?>
--EXPECT--
Evloop\FileException: write() to <dir>/log failed: operation canceled (ECANCELED) [125]
parent parent again, of the child, 0
still there
child
