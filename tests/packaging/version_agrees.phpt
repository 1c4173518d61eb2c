--TEST--
The version is the same in php_evloop.h, the module, package.xml and at the top of CHANGELOG.md
--EXTENSIONS--
evloop
--FILE--
<?php
$root = dirname(__DIR__, 2);
preg_match('/PHP_EVLOOP_VERSION "([^"]+)"/', file_get_contents("$root/php_evloop.h"), $header);
preg_match('~<release>(\d[^<]*)</release>~', file_get_contents("$root/package.xml"), $package);
preg_match('/^## \[([^\]]+)\]/m', file_get_contents("$root/CHANGELOG.md"), $changelog);
$version = phpversion('evloop');
var_dump($header[1] === $version, $changelog[1] === $version);
// PECL knows no hyphen.
var_dump($package[1] === str_replace('-', '', $version));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
