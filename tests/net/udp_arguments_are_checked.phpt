--TEST--
UDP: URIs, addresses, options and timeouts that are none are refused before anything is begun
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{Datagram, DatagramOptions, DatagramSocket};

foreach (['', '127.0.0.1:9', 'tcp://127.0.0.1:9', 'udp://127.0.0.1', 'udp://127.0.0.1:65536', "udp://a\0b:9", 'udp://:9'] as $uri) {
    echo substr(net_failure(fn () => DatagramSocket::bind($uri)), 0, 72), "\n";
}
echo net_failure(fn () => DatagramSocket::connect('udp://127.0.0.1:0'));
$socket = DatagramSocket::bind('udp://127.0.0.1:0');
echo preg_replace('/\d{4,}/', 'PORT', net_failure(fn () => DatagramSocket::bind('udp://' . $socket->localAddress())));
$connected = DatagramSocket::connect('udp://' . $socket->localAddress());
echo net_failure(fn () => $socket->send('x'));
echo net_failure(fn () => $connected->send('x', '127.0.0.1:9'));
foreach (['', '127.0.0.1', '127.0.0.1:0', '127.0.0.1:65536', "127.0.0.1:9\0", 'udp://127.0.0.1:9', str_repeat('a', 400)] as $address) {
    echo substr(net_failure(fn () => $socket->send('x', $address)), 0, 90), "\n";
}
echo net_failure(fn () => $socket->receive(-1)), net_failure(fn () => $socket->receive(NAN));
$wrong = ['ttl' => 0, 'multicastTtl' => 256, 'tos' => -1, 'receiveBuffer' => 0, 'sendBuffer' => -5, 'queue' => 0, 'maxSize' => 65537, 'multicastInterface' => 'nosuch0'];
foreach ($wrong as $name => $value) {
    echo net_failure(fn () => new DatagramOptions(...[$name => $value]));
}
echo net_failure(fn () => new DatagramSocket), net_failure(fn () => new Datagram), net_failure(fn () => clone $socket);
$socket->send('x', $socket->localAddress());
$datagram = $socket->receive(5);
echo net_failure(function () use ($datagram) { $datagram->data = 'y'; }), net_failure(fn () => serialize($datagram));
var_dump(new DatagramOptions());
?>
--EXPECTF--
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a v
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a v
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) must begin
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a v
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a v
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a v
ValueError: Evloop\DatagramSocket::bind(): Argument #1 ($uri) is not a v
ValueError: Evloop\DatagramSocket::connect(): Argument #1 ($uri) must have a port other than 0 to connect to, "udp://127.0.0.1:0" given
Evloop\SocketException: bind udp://127.0.0.1:PORT failed: address already in use (EADDRINUSE)
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) must be where to send to: the socket is not connected
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) must be null: the socket is connected
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::send(): Argument #2 ($address) is not a valid address: 
ValueError: Evloop\DatagramSocket::receive(): Argument #1 ($timeout) must be %s
ValueError: Evloop\DatagramSocket::receive(): Argument #1 ($timeout) must be %s
ValueError: Evloop\DatagramOptions::__construct(): Argument #5 ($ttl) must be between 1 and 255, or null
ValueError: Evloop\DatagramOptions::__construct(): Argument #6 ($multicastTtl) must be between 0 and 255, or null
ValueError: Evloop\DatagramOptions::__construct(): Argument #9 ($tos) must be between 0 and 255, or null
ValueError: Evloop\DatagramOptions::__construct(): Argument #10 ($receiveBuffer) must be between 1 and 1073741823, or null
ValueError: Evloop\DatagramOptions::__construct(): Argument #11 ($sendBuffer) must be between 1 and 1073741823, or null
ValueError: Evloop\DatagramOptions::__construct(): Argument #12 ($queue) must be between 1 and 1048576
ValueError: Evloop\DatagramOptions::__construct(): Argument #13 ($maxSize) must be between 1 and 65536
ValueError: Evloop\DatagramOptions::__construct(): Argument #8 ($multicastInterface) must be the name or an address of a network interface of this machine
Error: Call to private Evloop\DatagramSocket::__construct() from global scope
Error: Call to private Evloop\Datagram::__construct() from global scope
Error: Trying to clone an uncloneable object of class Evloop\DatagramSocket
Error: Cannot modify readonly property Evloop\Datagram::$data
Exception: Serialization of 'Evloop\Datagram' is not allowed
object(Evloop\DatagramOptions)#%d (13) {
  ["reuseAddress"]=>
  bool(false)
  ["reusePort"]=>
  bool(false)
  ["broadcast"]=>
  bool(false)
  ["ipv6Only"]=>
  bool(false)
  ["ttl"]=>
  NULL
  ["multicastTtl"]=>
  NULL
  ["multicastLoop"]=>
  NULL
  ["multicastInterface"]=>
  NULL
  ["tos"]=>
  NULL
  ["receiveBuffer"]=>
  NULL
  ["sendBuffer"]=>
  NULL
  ["queue"]=>
  int(1024)
  ["maxSize"]=>
  int(65536)
}
