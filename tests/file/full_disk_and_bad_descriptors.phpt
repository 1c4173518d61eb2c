--TEST--
A full device is an error and nothing less; afterwards the file goes on; who writes together is told together
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{gather, run};
run(function () {
    $dir = new TestFolder;
    echo outcome(fn () => File::put('/dev/full', 'x')), "\n", outcome(fn () => File::append('/dev/full', 'x')), "\n";
    $full = File::open('/dev/full', 'w');
    echo outcome(fn () => $full->write('x')), "\n", outcome(fn () => $full->write(str_repeat('x', 3_000_000))), "\n";
    foreach (gather(array_map(fn ($i) => fn () => $full->write('x'), range(0, 2)), returnExceptions: true) as $e) {
        echo get_debug_type($e), ' ', $e->name, "\n";
    }
    var_dump($full->tryWrite('x'));
    echo outcome(fn () => $full->drain()), "\n", outcome(fn () => $full->end('x')), "\n";
    $read = File::open('/etc/hostname');
    echo outcome(fn () => $read->write('x')), "\n", outcome(fn () => $read->truncate(1)), "\n";
    $write = File::open($dir('w'), 'w');
    echo outcome(fn () => $write->read()), "\n", outcome(fn () => $write->readAt(0, 1)), "\n";
    $write->end('end');
    var_dump($write->isClosed(), file_get_contents($dir('w')));
});
?>
--EXPECT--
Evloop\FileException: write() to /dev/full failed: no space left on device (ENOSPC) [28]
Evloop\FileException: write() to /dev/full failed: no space left on device (ENOSPC) [28]
Evloop\FileException: write() to /dev/full failed: no space left on device (ENOSPC) [28]
Evloop\FileException: write() to /dev/full failed: no space left on device (ENOSPC) [28]
Evloop\FileException ENOSPC
Evloop\FileException ENOSPC
Evloop\FileException ENOSPC
bool(true)
Evloop\FileException: drain() to /dev/full failed: no space left on device (ENOSPC) [28]
Evloop\FileException: end() to /dev/full failed: no space left on device (ENOSPC) [28]
Evloop\FileException: write() to /etc/hostname failed: bad file descriptor (EBADF) [9]
Evloop\FileException: truncate /etc/hostname failed: invalid argument (EINVAL) [22]
Evloop\FileException: read() from <dir>/w failed: bad file descriptor (EBADF) [9]
Evloop\FileException: readAt <dir>/w failed: bad file descriptor (EBADF) [9]
bool(true)
string(3) "end"
