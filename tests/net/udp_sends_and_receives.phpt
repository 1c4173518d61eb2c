--TEST--
UDP: datagrams go both ways between a DatagramSocket and PHP's own, whole, empty and largest
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\DatagramSocket;

[$socket, $peer] = udp_peer();
foreach (['one', '', "\0\xff", str_repeat('x', 65507)] as $sent) {
    stream_socket_sendto($peer, $sent);
    $datagram = $socket->receive(5);
    var_dump($datagram->data === $sent, $datagram->address === stream_socket_get_name($peer, false), $datagram->truncated);
    $socket->send(strrev($sent), $datagram->address);
    var_dump(stream_socket_recvfrom($peer, 65536) === strrev($sent));
}
$server = stream_socket_server('udp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND);
$client = DatagramSocket::connect('udp://' . stream_socket_get_name($server, false));
$client->send('connected');
echo stream_socket_recvfrom($server, 100, 0, $from), "\n";
var_dump($from === $client->localAddress(), $client->remoteAddress() === stream_socket_get_name($server, false), $socket->remoteAddress());
stream_socket_sendto($server, 'answer', 0, $from);
echo $client->receive(5)->data, "\n";
echo net_failure(fn () => $socket->send(str_repeat('x', 65508), $client->localAddress()));
echo net_failure(fn () => $client->receive(0.01));
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
connected
bool(true)
bool(true)
NULL
answer
Evloop\SocketException: send() of 65508 bytes to 127.0.0.1:PORT failed: message too long (EMSGSIZE)
Evloop\TimeoutException: receive() on 127.0.0.1:PORT: nothing came within 0.01 seconds
