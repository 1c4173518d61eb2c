--TEST--
Stream::createPipe(): what is written to the second comes out of the first, whole; end() is its end
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Stream;
use function Evloop\async;

[$reader, $writer] = Stream::createPipe();
$data = random_bytes(3_000_000);
async(function () use ($writer, $data) {
    $writer->write("a line\n");
    $writer->write($data);
    $writer->end('last');
    var_dump($writer->isWritable());
});
var_dump($reader->readLine());
var_dump($reader->readAll() === $data . 'last');
var_dump($reader->read());
?>
--EXPECT--
string(6) "a line"
bool(false)
bool(true)
NULL
