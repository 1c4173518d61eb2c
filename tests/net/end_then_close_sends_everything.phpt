--TEST--
end() and then close() sends all that was written, however slowly the peer reads
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, await, delay};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$size = 16 * 1024 * 1024;
$sender = async(function () use ($server, $size) {
    $socket = $server->accept();
    while ($size > 0) {
        $piece = min($size, 524288);
        $socket->write(str_repeat('x', $piece));
        $size -= $piece;
    }
    $socket->end('.');
    echo $socket->getBufferedBytes() > 0 ? "some is not sent yet\n" : "all is sent\n";
    $socket->close();
    var_dump($socket->isClosed());
});
$client = Socket::connect("tcp://{$server->localAddress()}");
$got = 0;
while (($data = $client->read()) !== null) {
    $got += strlen($data);
    $last = substr($data, -1);
}
await($sender);
var_dump($got === $size + 1, $last);
?>
--EXPECT--
some is not sent yet
bool(true)
bool(true)
string(1) "."
