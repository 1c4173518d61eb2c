--TEST--
UDP: a socket of an isolated loop ends with it; a child has sockets of its own
--EXTENSIONS--
evloop
pcntl
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramSocket, Loop};

$kept = Loop::isolate(function (): DatagramSocket {
    $socket = DatagramSocket::bind('udp://127.0.0.1:0');
    $socket->on('message', fn () => null)->on('close', fn () => print("never\n"));
    return $socket;
});
echo net_failure(fn () => $kept->send('x', $kept->localAddress()));
$kept->close();
unset($kept);

$socket = DatagramSocket::bind('udp://127.0.0.1:0');
$socket->on('message', function ($datagram, $socket): void {
    echo "the parent got: $datagram->data\n";
    $socket->close();
});
if (pcntl_fork() === 0) {
    $own = DatagramSocket::bind('udp://127.0.0.1:0');
    $own->send("a child's", $socket->localAddress());
    exit;
}
Loop::run();
pcntl_wait($status);
echo $status, "\n";
?>
--EXPECTF--
%AWarning: Loop::isolate() closes what its main coroutine has left:
Evloop\DatagramSocket is open
 in %s on line %d
Evloop\SocketException: send() of 1 bytes to 127.0.0.1:PORT failed: operation canceled (ECANCELED)
the parent got: a child's
0
