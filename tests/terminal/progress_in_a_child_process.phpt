--TEST--
Progress: a child of pcntl_fork() shows nothing of its parent's
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
use Evloop\{Progress, Stream};

[$reader, $writer] = Stream::createPipe();
$progress = new Progress(10, 'work', interval: 0, output: $writer);
$progress->advance();
if (pcntl_fork() === 0) {
    $progress->advance(5);
    unset($progress);
    exit(0);
}
pcntl_wait($status);
$progress->advance();
$progress->finish();
$writer->end();
echo preg_replace('~, [\d.]+[kM]?/s.*| in .*~', '', $reader->readAll());
?>
--EXPECT--
work: 10%, 1/10
work: 20%, 2/10
work: 2/10
