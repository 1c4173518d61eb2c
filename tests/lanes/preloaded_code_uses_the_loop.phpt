--TEST--
Code that OPcache has preloaded uses the loop as any other
--SKIPIF--
<?php if (!is_file(ini_get('extension_dir') . '/opcache.so')) die('skip needs OPcache'); ?>
--FILE--
<?php
$opcache = extension_loaded('Zend OPcache') ? '' : ' -d zend_extension=opcache';
$settings = getenv('TEST_PHP_EXTRA_ARGS') . $opcache . ' -d opcache.enable_cli=1 -d opcache.preload=' . __DIR__ . '/preload.inc'
    . ' -d opcache.preload_user=' . posix_getpwuid(posix_geteuid())['name'];
$code = 'echo json_encode(Preloaded::wait(0.001, preloaded(fn () => 42))), json_encode(Preloaded::wait(0.001));';
echo shell_exec(getenv('TEST_PHP_EXECUTABLE') . " $settings -r " . escapeshellarg($code) . ' 2>&1'), "\n";
?>
--EXTENSIONS--
posix
--EXPECT--
[42,null][null]
