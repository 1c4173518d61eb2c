--TEST--
The runner of snippets sees a wrong output, a warning, an exception and one that does not serve
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY === 'Windows') die('skip needs select() on pipes');
?>
--FILE--
<?php
require __DIR__ . '/../include/snippets.inc';

foreach ([
    ['code' => "echo 'right';\n", 'output' => 'right'],
    ['code' => "echo 'wrong';\n", 'output' => 'right'],
    ['code' => "echo \$undefined;\n", 'output' => null],
    ['code' => "throw new Exception;\n", 'output' => null],
    ['code' => "fn (\$server) => \$server->listen('tcp://127.0.0.1:8080');\n", 'output' => null],
] as $snippet) {
    echo strtok(run_snippet($snippet) ?? 'ok', "\n"), "\n";
}
?>
--EXPECTF--
ok
printed
%AWarning: Undefined variable $undefined in %s on line 1
status 255:
did not serve:
