--TEST--
10,000 idle connections, a coroutine each: under 12 KB each with stacks of 256 KB, no CPU while nothing happens, all are served at the end
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_SLOW_TESTS')) die('skip slow');
if (PHP_OS_FAMILY !== 'Linux') die('skip reads /proc');
if ((int) shell_exec('ulimit -Hn') < 10100) die('skip needs 10,100 descriptors');
?>
--INI--
memory_limit=128M
--FILE--
<?php
// In a shell of its own, for its limit of descriptors.
passthru('ulimit -n $(ulimit -Hn); exec ' . getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' -d evloop.stack_size=256K ' . __DIR__ . '/ten_thousand_idle_connections.inc');
?>
--EXPECT--
10000 connected
memory: fine
CPU while idle: fine
10000 were answered
