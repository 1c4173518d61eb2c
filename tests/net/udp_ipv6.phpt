--TEST--
UDP: IPv6, both kinds on one socket or IPv6 only, zones
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (@stream_socket_server('udp://[::1]:0', $code, $message, STREAM_SERVER_BIND) === false) die("skip no IPv6 here: $message");
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

[$socket, $peer] = udp_peer(host: '[::1]');
stream_socket_sendto($peer, 'six');
$datagram = $socket->receive(5);
var_dump($datagram->data, $datagram->address === stream_socket_get_name($peer, false));
$both = DatagramSocket::bind('udp://[::]:0');
preg_match('/\d+$/', $both->localAddress(), $port);
$four = DatagramSocket::bind('udp://127.0.0.1:0');
$four->send('from four', "127.0.0.1:$port[0]");
$datagram = $both->receive(5);
echo $datagram->data, ' ', preg_replace('/\d+$/', 'PORT', $datagram->address), "\n";
$both->send('by its address', $datagram->address);
$both->send('by the plain one', $four->localAddress());
echo $four->receive(5)->data, ', ', $four->receive(5)->data, "\n";
$six = DatagramSocket::bind('udp://[::]:0', new DatagramOptions(ipv6Only: true));
echo net_failure(fn () => $six->send('x', '127.0.0.1:9'));
echo net_failure(fn () => $four->send('x', '[::1]:9'));
$zone = DatagramSocket::bind('udp://[::1%lo]:0');
$zone->send('with a zone', preg_replace('/::1/', '::1%lo', $socket->localAddress()));
echo $socket->receive(5)->data, "\n";
echo net_failure(fn () => DatagramSocket::bind('udp://[fe80::1%nosuch0]:0'));
?>
--EXPECTF--
string(3) "six"
bool(true)
from four [::ffff:127.0.0.1]:PORT
by its address, by the plain one
Evloop\SocketException: send() of 1 bytes to 127.0.0.1:9 failed: %s
Evloop\SocketException: send() of 1 bytes to [::1]:9 failed: %s
with a zone
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a valid address: the network interface behind the % does not exist, %s
