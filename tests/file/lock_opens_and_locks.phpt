--TEST--
File::lock(): opens and locks at once, until it is closed or dropped
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{async, await, delay, run};
run(function () {
    $dir = new TestFolder;
    $one = File::lock($dir('new'), timeout: 0.0);
    var_dump(File::exists($dir('new')));
    echo outcome(fn () => File::lock($dir('new'), timeout: 0.0)), "\n";
    echo outcome(fn () => File::lock($dir('new'), shared: true, timeout: 0.01)), "\n";
    $next = async(fn () => File::lock($dir('new')));
    delay(0.005);
    $one->close();
    $file = await($next);
    $file->write('mine');
    var_dump(File::open($dir('new'))->tryLock());
    unset($file, $next);
    $readers = [File::lock($dir('new'), shared: true), File::lock($dir('new'), shared: true)];
    echo $readers[1]->readAll(), "\n";
    echo outcome(fn () => File::lock($dir('none/f'))), "\n";
    $waiting = async(fn () => File::lock($dir('new')));
    delay(0.002);
    $waiting->cancel();
    echo outcome(fn () => await($waiting)), "\n";
});
?>
--EXPECT--
bool(true)
Evloop\TimeoutException: lock <dir>/new: not done within 0 seconds
Evloop\TimeoutException: lock <dir>/new: not done within 0.01 seconds
bool(false)
mine
Evloop\FileException: lock <dir>/none/f failed: no such file or directory (ENOENT) [2]
Evloop\CancelledError: The coroutine was cancelled
