--TEST--
A File is a stream: pipeTo both ways, events, tryWrite and drain
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\{File, Loop, Socket, Stream};
use function Evloop\{async, await, run};
run(function () {
    $dir = new TestFolder;
    file_put_contents($dir('from'), random_bytes(3_000_000));
    echo File::open($dir('from'))->pipeTo(File::open($dir('to'), 'w')), ' ', md5_file($dir('from')) === md5_file($dir('to')) ? 'same' : 'other', "\n";
    [$a, $b] = Socket::pair();
    $received = async(fn () => $b->pipeTo(File::open($dir('net'), 'w')));
    File::open($dir('from'))->pipeTo($a);
    echo await($received), ' ', md5_file($dir('from')) === md5_file($dir('net')) ? 'same' : 'other', "\n";
    $file = File::open($dir('queue'), 'w');
    var_dump($file->tryWrite('queued'), $file->getBufferedBytes());
    $file->drain();
    var_dump($file->getBufferedBytes(), file_get_contents($dir('queue')));
    $file->end(' and ended');
    echo file_get_contents($dir('queue')), "\n", outcome(fn () => File::open($dir('from'))->pipeTo(File::open('/dev/full', 'w'))), "\n";
    $size = 0;
    File::open($dir('from'))->on('data', function ($data) use (&$size) { $size += strlen($data); })
        ->on("end", function () use (&$size) { echo "end $size\n"; })->on('close', fn ($error) => print("close\n"));
});
?>
--EXPECT--
3000000 same
3000000 same
bool(true)
int(6)
int(0)
string(6) "queued"
queued and ended
Evloop\FileException: write() to /dev/full failed: no space left on device (ENOSPC) [28]
end 3000000
close
