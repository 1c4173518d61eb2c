--TEST--
A Stream over a PHP stream reads first what PHP has read ahead, and leaves the descriptor as it was
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{ClosedException, Stream};
use function Evloop\{async, delay};

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($theirs, "one\ntwo\nthree\n");
echo fgets($ours);
$stream = new Stream($ours);
echo $stream->readLine(), "\n", $stream->readLine(), "\n";
$stream->write("answer\n");
$stream->drain();
echo fgets($theirs);
var_dump(stream_get_meta_data($ours)['blocked']);
$stream->close();
fwrite($theirs, "still open\n");
echo fgets($ours);

$stream = new Stream($ours);
$reading = async(fn () => $stream->read());
delay(0.001);
fclose($ours);
try {
    $reading->await();
} catch (Evloop\SocketException $e) {
    echo $e->name, "\n";
}
try {
    $stream->write('x');
} catch (ClosedException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
one
two
three
answer
bool(true)
still open
EBADF
write(): the stream to a stream of type generic_socket is closed
