--TEST--
Progress: the time goes on while the loop turns; advancing draws at most so often; it does not keep the loop alive
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
use Evloop\{Progress, Stream};
use function Evloop\delay;

[$reader, $writer] = Stream::createPipe();
$count = function () use ($reader): int {
    return substr_count($reader->read(), "\n");
};
$progress = new Progress(label: 'a', interval: 0.02, output: $writer);
delay(0.3);
$lines = $count();
echo $lines >= 3 && $lines <= 15 ? "by the timer\n" : "$lines lines\n";

$begin = hrtime(true);
while (hrtime(true) - $begin < 200e6) { // the loop does not turn
    $progress->advance();
}
$lines = $count();
echo $lines >= 3 && $lines <= 10 ? "by advance()\n" : "$lines lines\n";
$GLOBALS['kept'] = $progress;
echo "the end\n";
?>
--EXPECT--
by the timer
by advance()
the end
