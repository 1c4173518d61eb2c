--TEST--
Reading lines, seeking, telling, truncating; a file that grows
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    file_put_contents($dir('f'), "one\r\ntwo\n\nlast");
    $file = File::open($dir('f'), 'r+');
    while (($line = $file->readLine()) !== null) {
        echo json_encode($line), ' ', $file->tell(), "\n";
    }
    echo json_encode([$file->seek(-4, SEEK_END), $file->read(2), $file->tell(), $file->seek(-3, SEEK_CUR), $file->readExactly(4), $file->seek(0), $file->readAll(), $file->read()]), "\n";
    echo outcome(fn () => $file->seek(-1)), "\n", outcome(fn () => $file->seek(-100, SEEK_CUR)), "\n", outcome(fn () => $file->seek(1, 9)), "\n";
    file_put_contents($dir('f'), ' and more', FILE_APPEND);
    echo json_encode([$file->read(), $file->read(), $file->seek(3)]), "\n";
    $file->write('-');
    echo json_encode([$file->tell(), $file->read(4), $file->tell()]), "\n";
    $file->truncate(6);
    echo json_encode([$file->tell(), $file->read(), $file->seek(0), $file->readAll(), $file->seek(8)]), "\n";
    $file->write('!');
    echo json_encode(file_get_contents($dir('f'))), ' ', $file->fstat()->size, "\n";
    foreach (File::open($dir('f')) as $chunk) {
        echo json_encode($chunk), "\n";
    }
    echo outcome(fn () => $file->truncate(-1)), "\n";
    $file->close();
    echo outcome(fn () => $file->tell()), "\n", $file->isClosed() ? 'closed' : 'open', "\n";
});
?>
--EXPECT--
"one" 5
"two" 9
"" 10
"last" 14
[10,"la",12,9,"\nlas",0,"one\r\ntwo\n\nlast",null]
Evloop\FileException: seek <dir>/f failed: invalid argument (EINVAL) [22]
Evloop\FileException: seek <dir>/f failed: invalid argument (EINVAL) [22]
ValueError: Evloop\File::seek(): Argument #2 ($whence) must be SEEK_SET, SEEK_CUR or SEEK_END
[" and more",null,3]
[4,"\ntwo",8]
[8,null,0,"one-\nt",8]
"one-\nt\u0000\u0000!" 9
"one-\nt\u0000\u0000!"
ValueError: Evloop\File::truncate(): Argument #1 ($size) must be at least 0
Evloop\ClosedException: tell(): the stream to <dir>/f is closed
closed
