--TEST--
UDP: ext/sockets as the other side; the options are what the system has
--EXTENSIONS--
evloop
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

$peer = socket_create(AF_INET, SOCK_DGRAM, SOL_UDP);
socket_bind($peer, '127.0.0.1', 0);
socket_getsockname($peer, $host, $port);
$socket = DatagramSocket::bind('udp://127.0.0.1:0', new DatagramOptions(broadcast: true));
$socket->send('to ext/sockets', "$host:$port");
echo socket_recvfrom($peer, $data, 100, 0, $from_host, $from_port), " $data\n";
socket_sendto($peer, 'back', 4, 0, $from_host, $from_port);
$datagram = $socket->receive(5);
echo $datagram->data, ' ', $datagram->address === "$host:$port" ? 'from there' : $datagram->address, "\n";

/* Two sockets share an address when both say so, and only then. */
foreach (['reuseAddress', 'reusePort'] as $option) {
    $first = DatagramSocket::bind('udp://127.0.0.1:0', new DatagramOptions(...[$option => true]));
    $second = DatagramSocket::bind('udp://' . $first->localAddress(), new DatagramOptions(...[$option => true]));
    echo $option, ' ', $first->localAddress() === $second->localAddress() ? 'shares' : 'differs', "\n";
    echo strtok(strrchr(net_failure(fn () => DatagramSocket::bind('udp://' . $first->localAddress())), '('), ')'), "\n";
}
/* What it sends says how it was set. */
socket_set_option($peer, SOL_SOCKET, SO_RCVTIMEO, ['sec' => 5, 'usec' => 0]);
$marked = DatagramSocket::bind('udp://127.0.0.1:0', new DatagramOptions(ttl: 9, tos: 0x20, receiveBuffer: 10_000, sendBuffer: 10_000, multicastTtl: 4, multicastLoop: false));
$marked->send('marked', "$host:$port");
echo socket_recvfrom($peer, $data, 100, 0, $from_host, $from_port), " $data\n";
?>
--EXPECT--
14 to ext/sockets
back from there
reuseAddress shares
(EADDRINUSE
reusePort shares
(EADDRINUSE
6 marked
