--TEST--
Progress: the time goes on while the loop turns; advancing draws at most so often; it does not keep the loop alive
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Progress, Stream};

[$reader, $writer] = Stream::createPipe();
$progress = new Progress(label: 'a', interval: 0.02, output: $writer);
$begin = hrtime(true);
for ($lines = 0; $lines < 3; $lines++) {
    $reader->readLine();
}
echo hrtime(true) - $begin > 50e6 ? "by the timer\n" : "too early\n";

$begin = hrtime(true);
while (hrtime(true) - $begin < 200e6) { // the loop does not turn
    $progress->advance();
}
$lines = substr_count($reader->read(), "\n");
echo $lines >= 1 && $lines <= 11 ? "by advance()\n" : "$lines lines\n";
$GLOBALS['kept'] = $progress;
echo "the end\n";
?>
--EXPECT--
by the timer
by advance()
the end
