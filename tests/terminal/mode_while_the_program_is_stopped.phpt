--TEST--
Terminal::raw(): Ctrl-Z gives the terminal back to the shell, and in the foreground again it is raw; in the background it is the shell's
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
Terminal::raw(function () {
    Loop::onSignal(10, fn () => print("in the background\n"))->unreference();
    echo "ready\n";
    while (($key = Terminal::readKey()) !== 'q') {
        echo "key $key\n";
    }
});
PHP, 'set -m; PHP; echo stopped; read a; bg >/dev/null; kill -USR1 %1; read a; fg >/dev/null; echo over $?');
$terminal->expect("ready\r\n");
echo $terminal->mode(), "\n";
$terminal->type('a');
echo $terminal->expect("key a\r\n");
$terminal->type("\x1a");
$terminal->expect("stopped\r\n");
echo $terminal->mode(), "\n";
$terminal->type("\n");
echo strtr($terminal->expect("in the background\r\n"), ["\r\n" => '']), "\n";
echo $terminal->mode(), "\n";
$terminal->type("\n");
echo $terminal->expectMode('signals'), "\n";
$terminal->type('q');
$terminal->expect("over 0\r\n");
echo $terminal->end()[0], ' ', $terminal->mode(), "\n";
?>
--EXPECT--
signals
key a
lines echo signals
in the background
lines echo signals
signals
0 lines echo signals
