--TEST--
Loop::onReadable() and onWritable() of a terminal: ready with a line, in raw mode with a key; readLine() and fgets() share what comes
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
stream_set_read_buffer(STDIN, 0);
$watcher = Loop::onReadable(STDIN, fn ($stdin) => print(json_encode(fread($stdin, 100)) . ";\n"));
Loop::onWritable(STDOUT, function ($stdout, $watcher) {
    fwrite($stdout, "writable\n");
    $watcher->cancel();
});
Loop::onSignal(10, function () use ($watcher) {
    Terminal::raw(function () use ($watcher) {
        echo "raw\n";
        delay(0);
        while ($watcher->isEnabled()) {
            delay(0.005);
        }
    });
});
Loop::onSignal(12, function () use ($watcher) {
    $watcher->cancel();
    async(fn () => print(Stream::stdin()->readLine() . ', ' . fgets(STDIN)))->then(fn () => exit(0));
    echo "lines\n";
});
PHP);
$terminal->expect("writable\r\n");
$terminal->type("a line\nanother\n");
echo strtr($terminal->expect("another\\n\";\r\n"), ["\r" => '']);
$terminal->signal(10);
$terminal->expect("raw\r\n");
$terminal->type('k');
echo strtr($terminal->expect(";\r\n"), ["\r" => '']);
$terminal->signal(12);
$terminal->expect("lines\r\n");
$terminal->expectMode('lines echo signals');
$terminal->type("one\n");
$terminal->expect("one\r\n");
$terminal->type("two\n");
echo implode(': ', $terminal->end());
?>
--EXPECT--
a line
another
"a line\n";
"another\n";
"k";
0: two
one, two
