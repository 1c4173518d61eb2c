--TEST--
An uncaught exception in one request does not keep the loop from running at the end of the next in that process
--EXTENSIONS--
evloop
--FILE--
<?php
$script = __DIR__ . '/loop_runs_after_an_earlier_request_failed.inc';
file_put_contents($script, <<<'PHP'
    <?php
    Evloop\Loop::defer(fn () => print("ran\n"));
    Evloop\Loop::defer(fn () => throw new Exception('uncaught'));
    PHP);
$php = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
echo preg_replace('/^(?!ran|Exec|Finish|.*Uncaught).*\n/m', '', shell_exec("$php --repeat 2 $script 2>&1"));
?>
--CLEAN--
<?php unlink(__DIR__ . '/loop_runs_after_an_earlier_request_failed.inc'); ?>
--EXPECTF--
Executing for the first time...
ran
%AFatal error: Uncaught Exception: uncaught in %s:%d
Finished execution, repeating...
ran
%AFatal error: Uncaught Exception: uncaught in %s:%d
