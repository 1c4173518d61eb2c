--TEST--
The extension exports get_module and nothing else
--EXTENSIONS--
evloop
--SKIPIF--
<?php
exec('nm --version 2>&1', $output, $status);
if ($status !== 0) die('skip nm is not installed');
if (!preg_match('~extension=[^"]*evloop\.so~', getenv('TEST_PHP_EXTRA_ARGS') ?: '')) die('skip the extension is not given by its path');
?>
--FILE--
<?php
preg_match('~extension=([^"]*evloop\.so)~', getenv('TEST_PHP_EXTRA_ARGS'), $match);
exec('nm -D --defined-only ' . escapeshellarg($match[1]), $lines);
foreach ($lines as $line) {
    echo preg_replace('/^\S+ /', '', $line), "\n";
}
?>
--EXPECT--
T get_module
