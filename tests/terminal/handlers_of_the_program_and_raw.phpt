--TEST--
Terminal::raw(): signals that the program handles itself, by the loop or by pcntl, before and during it
--EXTENSIONS--
evloop
pcntl
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
pcntl_async_signals(true);
pcntl_signal(SIGTERM, fn () => print("pcntl, before\n"));
$before = Loop::onSignal(SIGINT, fn () => print("loop, before\n"));
Terminal::raw(function () use ($before) {
    pcntl_signal(SIGHUP, fn () => print("pcntl, during\n"));
    $during = Loop::onSignal(SIGQUIT, fn () => print("loop, during\n"));
    echo "ready\n";
    Terminal::readKey();
    $before->cancel();
    $during->cancel();
    echo "again\n";
    Terminal::readKey();
});
echo "over\n";
delay(60);
PHP);
$terminal->expect("ready\r\n");
foreach ([15 => 'pcntl, before', 2 => 'loop, before', 1 => 'pcntl, during', 3 => 'loop, during'] as $signal => $text) {
    $terminal->signal($signal);
    $terminal->expect("$text\r\n");
    echo "$text: ", $terminal->mode(), "\n";
}
$terminal->type('a');
$terminal->expect("again\r\n");
$terminal->signal(2);
echo $terminal->end()[0], ', ', $terminal->mode(), "\n";
?>
--EXPECT--
pcntl, before: signals
loop, before: signals
pcntl, during: signals
loop, during: signals
signal 2, lines echo signals
