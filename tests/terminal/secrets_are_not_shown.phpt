--TEST--
Terminal::readSecret(): what is typed is not shown, lines can be edited, and the next line is shown again
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$code = <<<'PHP'
while (true) {
    Loop::delay(0, fn () => print("(while it waits)\n"));
    echo json_encode(Terminal::readSecret('secret? ')), ";\n";
}
PHP;
$terminal = new TestTerminal($code);
foreach (["hiddeX\x7fn\n", "\n", "\x04"] as $keys) {
    echo strtr($terminal->expect("waits)\r\n"), ["\r" => '']), $terminal->mode(), "\n";
    $terminal->type($keys);
    echo strtr($terminal->expect(";\r\n"), ["\r" => '']);
}
$terminal->signal(15);
$terminal->end();
$terminal = new TestTerminal($code);
$terminal->expect('waits)');
$terminal->type("not ended\x03");
echo $terminal->end()[0], ', ', $terminal->mode(), "\n";
?>
--EXPECT--
secret? (while it waits)
lines signals

"hidden";
secret? (while it waits)
lines signals

"";
secret? (while it waits)
lines signals
null;
signal 2, lines echo signals
