--TEST--
A script that never touches the loop starts none
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_dir('/proc/self/fd')) die('skip needs /proc');
?>
--FILE--
<?php
$poller = fn () => count(array_filter(scandir('/proc/self/fd'), fn ($fd) => str_contains((string) @readlink("/proc/self/fd/$fd"), 'eventpoll')));
var_dump($poller());
Evloop\Loop::defer(fn () => null);
var_dump($poller() > 0);
?>
--EXPECT--
int(0)
bool(true)
