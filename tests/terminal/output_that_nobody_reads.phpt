--TEST--
Stream: writing to a terminal that takes nothing (nobody reads it, Ctrl-S) holds up the writer only; all arrives in the end
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$report = tempnam(sys_get_temp_dir(), 'evl');
$terminal = new TestTerminal(<<<PHP
Stream::stdin()->readLine();
\$writer = async(function () {
    Stream::stdout()->write(str_repeat("0123456789\n", 200_000));
    Stream::stdout()->drain();
});
delay(0.1);
file_put_contents('$report', \$writer->isFinished() ? 'it is written' : 'it waits, the loop goes on');
\$progress = new Progress(100, 'more', output: Stream::stdout(), interval: 0);
\$progress->advance(100);
\$writer->await();
\$progress->finish();
PHP);
$terminal->type("\n");
while (($said = file_get_contents($report)) === '') {
    usleep(5000);
}
echo $said, "\n";
unlink($report);
[$status, $output] = $terminal->end();
echo $status, ': ', substr_count($output, "0123456789\n"), ' lines', strstr($output, "\nmore:") || strstr($output, "\rmore:") ? ' and more' : '', "\n";
?>
--EXPECT--
it waits, the loop goes on
0: 200000 lines and more
