--TEST--
Terminal: readLine() on a terminal gets lines that the kernel has edited, while timers go on; Ctrl-D is the end
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
$ticks = 0;
Loop::repeat(0.01, function () use (&$ticks) { $ticks++ === 3 && print("ticking\n"); })->unreference();
echo "ready\n";
while (($line = Stream::stdin()->readLine()) !== null) {
    echo json_encode($line), "\n";
}
echo 'the end, after ', $ticks > 3 ? 'many' : 'few', " ticks\n";
PHP);
$terminal->expect("ticking");
$terminal->type("firsX\x7ft\n");
echo 'got ', strstr($terminal->expect("\"\r\n"), '"');
$terminal->type("no end\x04\x04");
echo 'got ', strstr($terminal->expect("\"\r\n"), '"');
echo implode(': ', $terminal->end());
?>
--EXPECT--
got "first"
got "no end"
0: the end, after many ticks
