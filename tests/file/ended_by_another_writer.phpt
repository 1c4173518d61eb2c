--TEST--
write() of several to one file: one ends it, the others are told that their bytes are written
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{gather, run};
run(function () {
    $dir = new TestFolder;
    foreach (['end', 'close'] as $end) {
        $file = File::open($dir($end), 'w');
        echo implode(' ', gather(array_map(fn (int $i) => function () use ($file, $i, $end) {
            $file->write("line $i\n");
            if ($i === 2) {
                $file->$end();
            }
            return $i;
        }, range(1, 5)))), ', ', count(file($dir($end))), " lines\n";
    }
});
?>
--EXPECT--
1 2 3 4 5, 5 lines
1 2 3 4 5, 5 lines
