--TEST--
Progress: a bar on a terminal, as wide as that is; print() goes above; in the end a line that stays
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
Stream::stdin()->readLine();
$progress = new Progress(200, '日本語', 'steps', interval: 0);
Stream::stdin()->readLine();
$progress->set(50);
$progress->print('above');
$progress->set(200);
$progress->finish();
echo "the end\n";
PHP);
$terminal->resize(60, 24);
$terminal->type("\n");
echo strtr($terminal->expect("\e[K"), ["\r" => '<', "\e[K" => ">\n"]);
$terminal->resize(40, 24);
$terminal->type("\n");
[$status, $output] = $terminal->end();
$output = preg_replace(['~[\d.]+k?/s~', '~\d\d:\d\d~'], ['RATE', 'TIME'], $output);
echo strtr($output, ["\r" => '<', "\e[K" => ">\n"]), $status;
?>
--EXPECT--
<
<日本語   0% [>                          ] 0/200 steps 00:00>

<日本語  25% 50/200 steps TIME left>
<above>

<日本語  25% 50/200 steps TIME left>
<日本語 100% 200/200 steps TIME left>
<日本語: 200/200 steps in TIME, RATE>

the end
0
