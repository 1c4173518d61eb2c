--TEST--
Events of a stream: data in order, one at a time while a listener awaits, then end, then close, each once
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Stream};
use function Evloop\{async, delay};

[$reader, $writer] = Stream::createPipe();
$busy = false;
$reader->on('data', function (string $data, Stream $stream) use (&$busy, $reader) {
    var_dump($busy, $stream === $reader);
    $busy = true;
    delay(0.005);
    $busy = false;
    echo "data $data\n";
});
$reader->on('end', fn () => print("end\n"));
$reader->on('close', fn (?Throwable $failure) => print('close ' . json_encode($failure) . "\n"));
$reader->on('error', fn () => print("never\n"));
async(function () use ($writer) {
    foreach (['a', 'b'] as $letter) {
        $writer->write($letter);
        delay(0.002);
    }
    $writer->end();
});
unset($reader);
Loop::run();
?>
--EXPECT--
bool(false)
bool(true)
data a
bool(false)
bool(true)
data b
end
close null
