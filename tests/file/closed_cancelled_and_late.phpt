--TEST--
close() by another coroutine, cancellation and timeouts end what waits
--EXTENSIONS--
evloop
posix
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{async, await, delay, run, suspend, timeout};
run(function () {
    $dir = new TestFolder;
    posix_mkfifo($dir('p'), 0600);
    $open = async(fn () => File::open($dir('p'), 'w'));
    delay(0.005);
    $open->cancel();
    echo preg_replace('~ \(.*~', '', outcome(fn () => await($open))), "\n";
    echo outcome(fn () => timeout(0.01, fn () => File::get($dir('p')))), "\n";
    $file = File::open($dir('f'), 'w+');
    $write = async(fn () => outcome(fn () => $file->write(str_repeat('x', 5_000_000))));
    suspend();
    $file->close();
    echo await($write), "\n", outcome(fn () => $file->read()), "\n";
    $file = File::open('/dev/zero');
    $read = async(fn () => outcome(fn () => strlen($file->readAt(0, 5_000_000))));
    suspend();
    $file->close();
    echo await($read), "\n";
    $put = async(fn () => File::put($dir('f'), str_repeat('y', 20_000_000)));
    suspend();
    $put->cancel();
    for ($i = $seen = 0; $i < 500 && $seen < 10; $i++) {
        $seen = $dir->holds('f', 'p') ? $seen + 1 : 0; // The thread may be about to begin.
        delay(0.02);
    }
    echo substr(file_get_contents($dir('f')), 0, 1) !== 'y' || filesize($dir('f')) === 20_000_000 ? "whole\n" : "half\n";
    var_dump($dir->holds('f', 'p'));
});
?>
--EXPECT--
Evloop\CancelledError: The coroutine was cancelled
Evloop\TimeoutException: Not done within 0.01 seconds
Evloop\ClosedException: write(): the stream to <dir>/f was closed meanwhile
Evloop\ClosedException: read(): the stream to <dir>/f is closed
5000000
whole
bool(true)
