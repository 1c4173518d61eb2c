--TEST--
Terminal: size() and onResize(); the watcher does not keep the loop alive
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
Stream::stdin()->readLine();
echo Terminal::size()->columns, ' by ', Terminal::size(Stream::stdin())->rows, "\n";
Terminal::onResize(function (Evloop\TerminalSize $size, Evloop\Watcher $watcher) {
    echo "now $size->columns by $size->rows\n";
    $size->rows === 10 && $watcher->cancel();
});
echo json_encode(Loop::metrics()['watchers']), "\n";
Stream::stdin()->readLine();
Terminal::onResize(fn () => print(1));
PHP);
$terminal->resize(132, 43);
$terminal->type("\n");
echo strtr($terminal->expect("}\r\n"), ["\r" => '']);
$terminal->resize(132, 50);
echo strtr($terminal->expect("by 50\r\n"), ["\r" => '']);
$terminal->resize(132, 10);
echo strtr($terminal->expect("by 10\r\n"), ["\r" => '']);
$terminal->resize(50, 20);
$terminal->type("\n");
echo implode(': ', $terminal->end());
?>
--EXPECT--

132 by 43
{"defer":0,"delay":0,"repeat":0,"signal":1,"readable":0,"writable":0}
now 132 by 50
now 132 by 10
0: 
