--TEST--
watch(): close, cancellation and a second waiter; an idle one does not hold the loop; no descriptor is left
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
use function Evloop\{async, await, delay, run, suspend};
run(function () {
    $dir = new TestFolder;
    $before = count(scandir('/proc/self/fd'));
    $watcher = File::watch($dir->path);
    $waiting = async(fn () => $watcher->next());
    suspend();
    echo preg_replace(['~/\S+?:\d+~', '~#\d+~'], ['file', '#n'], outcome(fn () => $watcher->next())), "\n";
    $watcher->close();
    var_dump(await($waiting));
    $watcher = File::watch($dir->path);
    $waiting = async(fn () => $watcher->next());
    suspend();
    $waiting->cancel();
    echo outcome(fn () => await($waiting)), "\n";
    unset($watcher, $waiting);
    $beginning = async(fn () => File::watch($dir->path, true));
    suspend();
    $beginning->cancel();
    unset($beginning);
    for ($i = 0; count(scandir('/proc/self/fd')) !== $before && $i < 1000; $i++) {
        delay(0.001);
    }
    var_dump(count(scandir('/proc/self/fd')) === $before);
});
$idle = Evloop\async(fn () => File::watch(__DIR__));
Evloop\Loop::run();
echo "the loop ends\n";
?>
--EXPECT--
Evloop\PendingOperationException: next(): another operation on <dir> is pending: next() in coroutine #n at file; this is next() in coroutine #n at file, called at file, called at file
NULL
Evloop\CancelledError: The coroutine was cancelled
bool(true)
the loop ends
