--TEST--
A fatal error in the body of a scope and in a child ends the program as everywhere
--EXTENSIONS--
evloop
--FILE--
<?php
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d display_errors=1 -d log_errors=0 -d html_errors=0';
$head = 'use function Evloop\{async, delay, scope};
register_shutdown_function(fn () => print("shutdown\n"));
$sleeper = function () { try { delay(60); } finally { echo "must not run\n"; } };
';
$programs = [
    'in the body' => 'scope(function () use ($sleeper) { async($sleeper); delay(0); trigger_error("fatal", E_USER_ERROR); });',
    'in a child' => 'scope(function () use ($sleeper) { async($sleeper); async(fn () => trigger_error("fatal", E_USER_ERROR)); $sleeper(); });',
    'in a grandchild' => 'scope(fn () => async(fn () => scope(function () { async(fn () => trigger_error("fatal", E_USER_ERROR)); delay(60); })));',
];
foreach ($programs as $name => $program) {
    $lines = [];
    exec("$php -r " . escapeshellarg("$head $program echo 'must not run';") . ' 2>&1', $lines, $status);
    echo "$name: $status ", preg_replace('/ in Command.*? line \d+| \(tried.*?\)| at \S+:\d+/', '', implode(' ', array_filter($lines))), "\n";
}
?>
--EXPECT--
in the body: 255 Fatal error: fatal shutdown
in a child: 255 Fatal error: fatal shutdown
in a grandchild: 255 Fatal error: fatal shutdown
