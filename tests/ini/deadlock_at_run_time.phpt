--TEST--
evloop.deadlock may be changed until the end of the script
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=throw
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await};

async(fn () => await((new Deferred)->promise));
ini_set('evloop.deadlock', 'off');
echo "nothing is said\n";
?>
--EXPECT--
nothing is said
