--TEST--
UDP: groups are joined and left, on an interface, from any or one source
--EXTENSIONS--
evloop
--SKIPIF--
<?php
$socket = Evloop\DatagramSocket::bind('udp://0.0.0.0:0', new Evloop\DatagramOptions(multicastInterface: '127.0.0.1', multicastLoop: true));
preg_match('/\d+$/', $socket->localAddress(), $port);
try {
    $socket->joinGroup('239.77.77.77', '127.0.0.1');
    $socket->send('', "239.77.77.77:$port[0]");
    $socket->receive(0.5);
} catch (Evloop\Exception $e) {
    die('skip no multicast on the loopback here: ' . $e->getMessage());
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

$options = new DatagramOptions(reuseAddress: true, multicastInterface: '127.0.0.1', multicastTtl: 0, multicastLoop: true);
$one = DatagramSocket::bind('udp://0.0.0.0:0', $options);
preg_match('/\d+$/', $one->localAddress(), $port);
$two = DatagramSocket::bind("udp://0.0.0.0:$port[0]", $options);
$sender = DatagramSocket::bind('udp://127.0.0.1:0', $options);
$group = "239.77.77.78";
$one->joinGroup($group, '127.0.0.1');
$two->joinGroup($group, 'lo');
$sender->send('to all', "$group:$port[0]");
echo $one->receive(5)->data, ', ', $two->receive(5)->data, "\n";
$two->leaveGroup($group, '127.0.0.1');
$sender->send('to one', "$group:$port[0]");
echo $one->receive(5)->data, ', ', strtok(net_failure(fn () => $two->receive(0.05)), ':'), "\n";
$one->leaveGroup($group, '127.0.0.1')->joinGroup($group, '127.0.0.1', '127.0.0.1');
$two->joinGroup($group, '127.0.0.1', '127.0.0.9');
$sender->send('from one source', "$group:$port[0]");
echo $one->receive(5)->data, ', ', strtok(net_failure(fn () => $two->receive(0.05)), ':'), "\n";
echo net_failure(fn () => $one->joinGroup($group, '127.0.0.1', '127.0.0.1'));
echo net_failure(fn () => $one->leaveGroup('239.1.1.1', '127.0.0.1'));
echo net_failure(fn () => $one->joinGroup('127.0.0.1'));
echo net_failure(fn () => $one->joinGroup($group, 'nosuch0'));
echo net_failure(fn () => $one->joinGroup($group, null, '::1'));
?>
--EXPECT--
to all, to all
to one, Evloop\TimeoutException
from one source, Evloop\TimeoutException
Evloop\SocketException: join group 239.77.77.78 failed: address not available (EADDRNOTAVAIL)
Evloop\SocketException: leave group 239.1.1.1 failed: address not available (EADDRNOTAVAIL)
ValueError: Evloop\DatagramSocket::joinGroup(): Argument #1 ($group) must be a multicast address, "127.0.0.1" given
ValueError: Evloop\DatagramSocket::joinGroup(): Argument #2 ($interface) must be the name or an address of a network interface of this machine, "nosuch0" given
ValueError: Evloop\DatagramSocket::joinGroup(): Argument #3 ($source) must be an IP address of the same kind as the group, "::1" given
