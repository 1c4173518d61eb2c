--TEST--
An exception that nobody catches leaves scope() in {main} when the children have ended, and ends the program
--EXTENSIONS--
evloop
--FILE--
<?php
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d display_errors=1 -d log_errors=0 -d html_errors=0';
$head = 'use function Evloop\{async, delay, scope};
register_shutdown_function(fn () => print("shutdown\n"));
$sleeper = function () { try { delay(60); } finally { echo "finally\n"; } };
';
$programs = [
    'of the body' => 'scope(function () use ($sleeper) { async($sleeper); delay(0.2); throw new Exception("mine"); });',
    'of a child' => 'scope(function () use ($sleeper) { async($sleeper); async(fn () => delay(0.2) ?? throw new Exception("mine")); });',
    'of the loop' => 'async(function () { delay(0.2); throw new Exception("mine"); }); scope(fn () => async($sleeper));',
    'in a coroutine' => 'async(fn () => scope(function () use ($sleeper) { async($sleeper); delay(0.2); throw new Exception("mine"); }));',
];
foreach ($programs as $name => $program) {
    $lines = [];
    exec("$php -r " . escapeshellarg("$head $program echo 'goes on ';") . ' 2>&1', $lines, $status);
    echo "$name: $status ", preg_replace('/ in Command.*? code:\d+| Stack trace.*thrown in .*? on line \d+/', '', implode(' ', array_filter($lines))), "\n";
}
?>
--EXPECT--
of the body: 255 finally Fatal error: Uncaught Exception: mine shutdown
of a child: 255 finally Fatal error: Uncaught Exception: mine shutdown
of the loop: 255 Fatal error: Uncaught Exception: mine shutdown finally
in a coroutine: 255 goes on finally Fatal error: Uncaught Exception: mine shutdown
