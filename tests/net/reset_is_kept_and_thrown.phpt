--TEST--
A peer's reset is thrown by the operations that come to it, behind the bytes before it, and never out of the blue
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\delay;

[$socket, $peer] = net_peer();
fwrite($peer, 'before');
$socket->read(1);
net_reset($peer, $socket);
delay(0.01);
echo "alive\n";
var_dump($socket->read(), $socket->isReadable());
try {
    $socket->read();
} catch (Evloop\SocketException $e) {
    echo $e->getCode(), ' ', $e->name, ' ', preg_replace('/\d{4,}/', 'PORT', $e->getMessage()), "\n";
}
echo net_failure(fn () => $socket->write('x'));
echo net_failure(fn () => $socket->tryWrite('x'));
echo net_failure(fn () => $socket->end());
echo net_failure(fn () => $socket->drain());
var_dump($socket->isWritable(), $socket->isClosed(), str_starts_with($socket->remoteAddress(), '127.0.0.1:'));
$socket->close();
?>
--EXPECT--
alive
string(5) "efore"
bool(false)
104 ECONNRESET read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
Evloop\SocketException: write() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
Evloop\SocketException: tryWrite() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
Evloop\SocketException: end() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
Evloop\SocketException: drain() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
bool(false)
bool(false)
bool(true)
