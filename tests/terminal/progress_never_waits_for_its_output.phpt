--TEST--
Progress: output that takes nothing holds nobody up and costs no memory; one that is closed is silent
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Progress, Stream};

[$reader, $writer] = Stream::createPipe();
while ($writer->getBufferedBytes() === 0) { // full
    $writer->tryWrite(str_repeat('x', 65536));
    Evloop\delay(0);
}
$before = $writer->getBufferedBytes();
foreach (Progress::over(range(1, 1000), 'work', interval: 0, output: $writer) as $i);
echo $writer->getBufferedBytes() - $before < 100 ? "one line\n" : "more\n";

$progress = new Progress(10, output: $writer);
$writer->close();
$progress->advance();
$progress->next('step');
$progress->finish();
try {
    $progress->print('a line');
} catch (Evloop\ClosedException $e) {
    echo $e->getMessage(), "\n";
}
[$reader, $writer] = Stream::createPipe();
$progress = new Progress(10, interval: 0, output: $writer);
$reader->close();
$progress->advance();
Evloop\delay(0.01);
$progress->advance();
unset($progress);
echo "the end\n";
?>
--EXPECT--
one line
write(): the stream to a pipe is closed
the end
