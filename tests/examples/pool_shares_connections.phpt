--TEST--
examples/pool.php: twenty coroutines over three connections
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__, 2) . '/examples/pool.php';
?>
--EXPECTF--
1 letters in x
%A
20 letters in xxxxxxxxxxxxxxxxxxxx
3 connections were made
