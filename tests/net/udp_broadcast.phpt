--TEST--
UDP: broadcast only where the option allows it
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

$to = DatagramSocket::bind('udp://0.0.0.0:0');
preg_match('/\d+$/', $to->localAddress(), $port);
$plain = DatagramSocket::bind('udp://127.0.0.1:0');
echo net_failure(fn () => $plain->send('x', "127.255.255.255:$port[0]"));
$allowed = DatagramSocket::bind('udp://127.0.0.1:0', new DatagramOptions(broadcast: true));
$allowed->send('to all', "127.255.255.255:$port[0]");
echo $to->receive(5)->data, "\n";
?>
--EXPECT--
Evloop\SocketException: send() of 1 bytes to 127.255.255.255:PORT failed: permission denied (EACCES)
to all
