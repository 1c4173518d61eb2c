--TEST--
FIFOs and devices: no thread waits for the other side
--EXTENSIONS--
evloop
posix
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{async, await, delay, gather, run};
run(function () {
    $dir = new TestFolder;
    posix_mkfifo($dir('p'), 0600);
    // More than there are threads, none of which has anybody at the other side.
    $waiting = array_map(fn () => async(fn () => outcome(fn () => File::open($dir('p'), 'w', timeout: 0.2))), range(1, 8));
    echo File::get('/proc/sys/kernel/ostype');
    echo implode("\n", array_unique(array_map(await(...), $waiting))), "\n";
    [$got] = gather([fn () => File::get($dir('p')), fn () => File::put($dir('p'), 'through a pipe')]);
    echo $got, "\n";
    $reader = File::open($dir('p'));
    $writer = File::open($dir('p'), 'w');
    $writer->write("line\n");
    echo $reader->readLine(), ' ', $reader->fstat()->type->name, "\n";
    echo outcome(fn () => $reader->seek(0)), "\n", outcome(fn () => $reader->read(timeout: 0.01)), "\n";
    $writer->close();
    var_dump($reader->read());
    $zero = File::open('/dev/zero');
    var_dump(strlen($zero->readExactly(200000)), File::open('/dev/null')->read(), File::stat('/dev/null')->type);
}
);
?>
--EXPECT--
Linux
Evloop\TimeoutException: open <dir>/p: not done within 0.2 seconds
through a pipe
line Fifo
Evloop\FileException: seek <dir>/p failed: invalid seek (ESPIPE) [29]
Evloop\TimeoutException: read() from <dir>/p: nothing came within 0.01 seconds
NULL
int(200000)
NULL
enum(Evloop\FileType::Device)
