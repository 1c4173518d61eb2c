--TEST--
exit() in the body of a scope and in a child ends the program with its status
--EXTENSIONS--
evloop
--FILE--
<?php
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
$head = 'use function Evloop\{async, delay, scope};
register_shutdown_function(fn () => print("shutdown\n"));
$sleeper = function () { try { delay(60); } finally { echo "finally\n"; } };
';
$programs = [
    'in the body' => 'scope(function () use ($sleeper) { async($sleeper); delay(0.2); exit(3); });',
    'in a child' => 'scope(function () use ($sleeper) { async($sleeper); async(fn () => delay(0.2) ?? exit(3)); $sleeper(); });',
    'in an inner scope' => 'scope(fn () => scope(function () use ($sleeper) { async($sleeper); async(fn () => scope(fn () => delay(0.2) ?? die(3))); delay(60); }));',
    'in a shield' => 'scope(function () use ($sleeper) { async($sleeper); delay(0.2); Evloop\shield(fn () => exit(3)); });',
    'while a scope waits' => 'async(function () { delay(0.2); exit(3); }); scope(fn () => async($sleeper));',
];
foreach ($programs as $name => $program) {
    $lines = [];
    exec("$php -r " . escapeshellarg("$head $program echo 'must not run';") . ' 2>&1', $lines, $status);
    echo "$name: $status ", implode(' ', $lines), "\n";
}
?>
--EXPECT--
in the body: 3 shutdown finally
in a child: 3 shutdown finally finally
in an inner scope: 3 shutdown finally
in a shield: 3 shutdown finally
while a scope waits: 3 shutdown finally
