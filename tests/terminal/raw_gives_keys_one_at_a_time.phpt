--TEST--
Terminal::raw(): each key comes at once and is not echoed; Ctrl-C is a key where that is asked for; output is as always
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
echo Terminal::raw(function (Stream $stdin) {
    echo "ready\n";
    while (($key = Terminal::readKey()) !== 'q') {
        echo addcslashes($key, "\0..\37\177"), ";\n";
    }
    return $stdin === Stream::stdin() ? "the same\n" : "another\n";
}, signals: false);
PHP);
$terminal->expect("ready\r\n");
echo $terminal->mode(), "\n";
foreach (['a', "\r", 'é', "\e[A", "\x03", "\x1a", "\x04", "\x7f"] as $key) {
    $terminal->type($key);
    echo strtr($terminal->expect(";\r\n"), ["\r" => '']);
}
$terminal->type('12q');
[$status, $rest] = $terminal->end();
echo $rest, $status, ' ', $terminal->mode(), "\n";
?>
--EXPECT--
raw
a;
\r;
é;
\033[A;
\003;
\032;
\004;
\177;
1;
2;
the same
0 lines echo signals
