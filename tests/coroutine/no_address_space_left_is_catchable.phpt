--TEST--
No address space for another stack: coroutines fail with a LoopException, the others go on
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) die('skip ASan needs all of the address space');
if (getenv('USE_ZEND_ALLOC') === '0') die('skip valgrind needs more of the address space');
?>
--FILE--
<?php
// 4 GB: no slab of 64 stacks of 64 MB, but some single ones, and the rest for PHP's heap.
passthru('ulimit -v 4000000; exec ' . getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' -d evloop.stack_size=64M ' . __DIR__ . '/no_stack_left.inc 100');
?>
--EXPECT--
No stack for another coroutine: the system refuses the memory
bool(true)
bool(true)
int(100)
callbacks wait for a stack
works again
