--TEST--
php --re evloop says what tests/packaging/api.txt says; ./dev api writes that file after a change that is meant
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_MAJOR_VERSION !== 8 || PHP_MINOR_VERSION !== 2) die('skip each version of PHP prints it differently, and the copy is of 8.2');
?>
--FILE--
<?php
ob_start();
require __DIR__ . '/../../tools/api.php';
$is = explode("\n", ob_get_clean());
$was = file(__DIR__ . '/api.txt', FILE_IGNORE_NEW_LINES);
foreach (['-' => array_diff($was, $is), '+' => array_diff($is, $was)] as $sign => $lines) {
    foreach ($lines as $number => $line) {
        echo "$sign ", $number + 1, ": $line\n";
    }
}
var_dump(implode("\n", $was) === rtrim(implode("\n", $is)));
?>
--EXPECT--
bool(true)
