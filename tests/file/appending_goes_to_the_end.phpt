--TEST--
Mode a: writes go to the end whatever the position is, also beside another process
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\run;
run(function () {
    $dir = new TestFolder;
    file_put_contents($dir('f'), 'hello');
    $file = File::open($dir('f'), 'a+');
    echo json_encode([$file->tell(), $file->read(2)]), "\n";
    $file->write('A');
    file_put_contents($dir('f'), 'other', FILE_APPEND);
    $file->write('B');
    echo json_encode([$file->tell(), $file->seek(0), $file->readAll()]), "\n";
});
?>
--EXPECT--
[0,"he"]
[12,0,"helloAotherB"]
