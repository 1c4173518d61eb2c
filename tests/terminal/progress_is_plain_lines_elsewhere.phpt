--TEST--
Progress: plain lines where there is no terminal, one at the end of each step; print() goes between
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Progress, Stream};
use function Evloop\delay;

[$reader, $writer] = Stream::createPipe();
foreach (Progress::over(['a' => 1, 'b' => 2], 'over', output: $writer) as $key => $item) {
    echo "$key=$item\n";
}
$progress = new Progress(1000, 'label', 'files', output: $writer);
for ($i = 0; $i < 500; $i++) {
    $progress->advance();
}
$progress->print('a line');
$progress->next("second\e[2J\n", null);
$progress->advance(3);
$progress->setTotal(10);
$progress->finish();
$progress->finish();
$progress->advance(3);
$progress->next('nothing is shown any more');

$progress = new Progress(3 << 20, unit: 'B', interval: 0, output: $writer);
$progress->set(1 << 20);
$progress->setLabel('with a label');
unset($progress);
$writer->end();
echo preg_replace('~(?<=in )[\d:]+.*|[\d.]+ ?\S+/s, [\d:]+ left~', '...', $reader->readAll());
?>
--EXPECT--
a=1
b=2
over: 2/2 in ...
a line
label: 500/1000 files in ...
second?[2J?: 3/10 files in ...
33%, 1.0 MiB/3.0 MiB, ...
with a label: 33%, 1.0 MiB/3.0 MiB, ...
with a label: 1.0 MiB/3.0 MiB in ...
