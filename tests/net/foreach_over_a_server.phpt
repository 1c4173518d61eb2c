--TEST--
foreach over a server: numbered connections, break and go on, the end when it is closed
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\ServerSocket;
use function Evloop\async;

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$connect = function (int $count) use ($server, &$clients) {
    for ($i = 0; $i < $count; $i++) {
        $clients[] = stream_socket_client('tcp://' . $server->localAddress());
    }
};
$connect(5);
foreach ($server as $i => $socket) {
    echo $i, get_class($socket), "\n";
    if ($i === 1) {
        break;
    }
}
$iterator = $server->getIterator();
echo get_class($iterator), $iterator->key(), get_class($iterator->current()), "\n";
$iterator->next();
echo $iterator->key(), $iterator->valid(), "\n";
async(function () use ($server, $connect) { $connect(1); Evloop\delay(0.01); $server->close(); });
foreach ($server as $i => $socket) {
    echo $i, "\n";
}
foreach ($server as $never) {
    echo 'never';
}
echo net_failure(function () use ($server) { foreach ($server as &$socket); });
echo preg_replace('/\d+$/', 'PORT', $server->localAddress()), "\n";
?>
--EXPECT--
0Evloop\Socket
1Evloop\Socket
InternalIterator0Evloop\Socket
11
0
1
Error: An iterator cannot be used with foreach by reference
127.0.0.1:PORT
