--TEST--
Stream: in the background, with SIGTTIN ignored, reading from the terminal fails with EIO, and costs no CPU time
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
$used = fn () => getrusage()['ru_utime.tv_sec'] + getrusage()['ru_utime.tv_usec'] / 1e6;
$before = $used();
$events = 0;
Loop::onReadable(STDIN, function ($stream, $watcher) use (&$events) {
    $events++;
    @fread($stream, 100) === false && $watcher->cancel();
});
foreach (['readLine', 'read'] as $operation) {
    try {
        Stream::stdin()->$operation();
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}
delay(0.2);
echo $events < 10 && $used() - $before < 1 ? "idle\n" : "busy: $events\n";
PHP, 'set -m; trap "" TTIN; PHP & wait; read line; echo "$line"');
$terminal->type("for the shell\n");
echo implode(': ', $terminal->end());
?>
--EXPECT--
0: for the shell
readLine() from php://stdin failed: i/o error (EIO)
read() from php://stdin failed: i/o error (EIO)
idle
for the shell
