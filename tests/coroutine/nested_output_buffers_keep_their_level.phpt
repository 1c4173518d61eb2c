--TEST--
Nested output buffers with chunks behave after a suspension as without one
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, suspend};

$print = function (callable $pause) {
    ob_start(fn (string $text) => "<$text>");
    ob_start(fn (string $text) => "[$text]", 1);
    $pause();
    echo 'a';
    $pause();
    echo 'b';
    $levels = json_encode(array_column(ob_get_status(true), 'level'));
    ob_end_flush();
    $pause();
    ob_end_flush();
    echo " $levels\n";
};
$print(fn () => null);
await(async($print, suspend(...)));
ob_start();
await(async($print, suspend(...)));
ob_end_flush();
?>
--EXPECT--
<[a][b][]> [0,1]
<[a][b][]> [0,1]
<[a][b][]> [0,1,2]
