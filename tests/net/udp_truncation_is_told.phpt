--TEST--
UDP: what is longer than maxSize is cut, and says so
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\DatagramOptions;

[$socket, $peer] = udp_peer(new DatagramOptions(maxSize: 4));
foreach (['four', 'five!', '', 'a'] as $text) {
    stream_socket_sendto($peer, $text);
}
for ($i = 0; $i < 4; $i++) {
    $datagram = $socket->receive(5);
    var_dump($datagram->data, $datagram->truncated);
}
?>
--EXPECT--
string(4) "four"
bool(false)
string(4) "five"
bool(true)
string(0) ""
bool(false)
string(1) "a"
bool(false)
