--TEST--
Progress: plain lines under NO_COLOR, CI and TERM=dumb
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

foreach ([['NO_COLOR' => '1'], ['CI' => 'true'], ['TERM' => 'dumb'], ['CI' => '', 'NO_COLOR' => '']] as $environment) {
    $terminal = new TestTerminal('$p = new Progress(2, "work"); $p->advance(); $p->print("above"); $p->finish();', null, $environment);
    echo json_encode($environment), ' ', str_contains($terminal->end()[1], "\e[K") ? "a bar\n" : "lines\n";
}
?>
--EXPECT--
{"NO_COLOR":"1"} lines
{"CI":"true"} lines
{"TERM":"dumb"} lines
{"CI":"","NO_COLOR":""} a bar
