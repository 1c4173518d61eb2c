--TEST--
More stacks than the kernel has memory maps for, where it knows no guards that cost none: LoopException, the others go on
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (getenv('SKIP_SLOW_TESTS')) die('skip slow');
$maps = (int) @file_get_contents('/proc/sys/vm/max_map_count');
if ($maps < 10000 || $maps > 70000) die('skip needs a limit of memory maps within reach');
exec('strace --seccomp-bpf -f -e trace=madvise true 2>&1', $output, $status);
if ($status !== 0) die('skip needs an strace that may trace');
?>
--FILE--
<?php
// As a kernel before Linux 6.13 answers.
passthru('strace -o /dev/null --seccomp-bpf -f -e trace=madvise -e inject=madvise:error=EINVAL ' . getenv('TEST_PHP_EXECUTABLE') . ' '
    . getenv('TEST_PHP_EXTRA_ARGS') . ' -d memory_limit=512M ' . __DIR__ . '/no_stack_left.inc');
?>
--EXPECT--
No stack for another coroutine: N stacks are the most that vm.max_map_count allows
bool(true)
bool(true)
int(36000)
callbacks wait for a stack
works again
