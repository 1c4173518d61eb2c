--TEST--
Stream: the terminal of the standard streams stays blocking for the programs beside and after this one, however it ends
--EXTENSIONS--
evloop
posix
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$flags = 'for i in 0 1 2; do while read name value; do test $name = flags: && echo $((value & 04000)); done < /proc/$$/fdinfo/$i; done | xargs';
$code = 'Stream::stdin()->on("data", fn () => 0); Stream::stdout()->write("written\n"); Stream::stderr()->drain(); async(fn () => Terminal::raw(fn () => delay(60)));';
foreach (['exit(1);', 'Loop::defer(fn () => posix_kill(getmypid(), 9)); Loop::run();', 'str_repeat("x", 1 << 40);'] as $end) {
    $terminal = new TestTerminal("$code passthru('$flags'); delay(0.01); $end", "PHP; echo ended with \$?; $flags");
    [$status, $output] = $terminal->end();
    echo implode(', ', preg_grep('/^(ended|\d \d \d)/', explode("\n", $output))), "\n";
}
?>
--EXPECT--
0 0 0, ended with 1, 0 0 0
0 0 0, ended with 137, 0 0 0
0 0 0, ended with 255, 0 0 0
