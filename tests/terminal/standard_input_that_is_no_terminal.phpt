--TEST--
Terminal: standard input that is a pipe, a file, /dev/null or closed: no terminal, a size all the same, secrets are read as lines
--EXTENSIONS--
evloop
--FILE--
<?php
$code = <<<'PHP'
use Evloop\{Stream, Terminal};
try {
    echo json_encode([Terminal::isTerminal(Stream::stdin()), Terminal::size(Stream::stdin()), Terminal::readSecret('prompt')]), ' ';
    Terminal::raw(fn () => print('not called'));
} catch (Throwable $e) {
    echo $e::class, ': ', $e->getMessage(), "\n";
}
PHP;
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -r ' . escapeshellarg($code);
$file = tempnam(sys_get_temp_dir(), 'evl');
file_put_contents($file, "a secret\nand more\n");
putenv('COLUMNS=123');
putenv('LINES=no number');
foreach (["echo piped | $php", "$php < $file", "$php < /dev/null"] as $command) {
    echo shell_exec("$command 2>&1");
}
// PHP may have opened something else by that number.
echo 'closed: ', preg_match('/Evloop.*Exception/', shell_exec("$php <&- 2>&1")), "\n";
unlink($file);
?>
--EXPECT--
[false,{"columns":123,"rows":24},"piped"] Evloop\StreamException: Terminal::raw(): php://stdin is no terminal
[false,{"columns":123,"rows":24},"a secret"] Evloop\StreamException: Terminal::raw(): php://stdin is no terminal
[false,{"columns":123,"rows":24},null] Evloop\StreamException: Terminal::raw(): php://stdin is no terminal
closed: 1
