--TEST--
UDP: close() ends who waits with a ClosedException, loops quietly; later calls say it, receive() with null
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{CancelledError, DatagramSocket, TimeoutException};
use function Evloop\{async, await, delay, timeout};

$socket = DatagramSocket::bind('udp://127.0.0.1:0');
$receiving = async(fn () => $socket->receive());
$looping = async(function (): void {
    global $other;
    $other = DatagramSocket::bind('udp://127.0.0.1:0');
    foreach ($other as $nothing) {
        echo "never\n";
    }
    echo "the loop ended\n";
});
delay(0);
$descriptors = net_descriptors();
$socket->close();
$socket->close();
$other->close();
await($looping);
echo net_failure(fn () => await($receiving));
var_dump($socket->receive(), $socket->isClosed(), net_descriptors() === $descriptors - 2);
echo preg_replace('/:\d+$/m', ':PORT', $socket->localAddress()), "\n";
echo net_failure(fn () => $socket->send('x', '127.0.0.1:9'));
echo net_failure(fn () => $socket->joinGroup('239.1.1.1'));
foreach ($socket as $nothing) {
    echo "never\n";
}

$third = DatagramSocket::bind('udp://127.0.0.1:0');
$cancelled = async(fn () => $third->receive());
delay(0);
$cancelled->cancel();
echo strtok(net_failure(fn () => await($cancelled)), ':'), "\n";
echo strtok(net_failure(fn () => timeout(0.01, fn () => $third->receive())), ':'), "\n";
$third->send('still there', $third->localAddress());
echo $third->receive(5)->data, "\n";
?>
--EXPECT--
the loop ended
Evloop\ClosedException: receive(): the socket 127.0.0.1:PORT was closed meanwhile
NULL
bool(true)
bool(true)
127.0.0.1:PORT
Evloop\ClosedException: send(): the socket 127.0.0.1:PORT is closed
Evloop\ClosedException: joinGroup(): the socket 127.0.0.1:PORT is closed
Evloop\CancelledError
Evloop\TimeoutException
still there
