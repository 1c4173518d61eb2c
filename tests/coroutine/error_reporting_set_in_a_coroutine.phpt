--TEST--
error_reporting() in a coroutine stays its own; ini_set before applies to new ones
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, suspend};

error_reporting(E_ALL & ~E_NOTICE);
$a = async(function () {
    suspend();
    return error_reporting() === (E_ALL & ~E_NOTICE);
});
$b = async(function () {
    suspend();
    return error_reporting() === (E_ALL & ~E_NOTICE);
});
var_dump(await($a), await($b), error_reporting() === (E_ALL & ~E_NOTICE));
ini_set('error_reporting', (string) E_ERROR);
var_dump(await(async(fn () => error_reporting() === E_ERROR)));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
