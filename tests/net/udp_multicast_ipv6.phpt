--TEST--
UDP: groups of IPv6, with the interface by name, address or zone
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS !== 'Linux') die('skip the loopback has another name');
try {
    $socket = Evloop\DatagramSocket::bind('udp://[::]:0', new Evloop\DatagramOptions(multicastInterface: 'lo'));
    preg_match('/\d+$/', $socket->localAddress(), $port);
    $socket->joinGroup('ff15::77', 'lo')->send('', "[ff15::77]:$port[0]");
    $socket->receive(0.5);
} catch (Evloop\Exception $e) {
    die('skip no IPv6 multicast on the loopback here: ' . $e->getMessage());
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

$sender = DatagramSocket::bind('udp://[::]:0', new DatagramOptions(multicastInterface: '::1', multicastTtl: 1, multicastLoop: true, ipv6Only: true));
foreach ([['ff15::78', 'lo'], ['ff15::78', '::1'], ['ff12::78%lo', null]] as [$group, $interface]) {
    $socket = DatagramSocket::bind('udp://[::]:0');
    preg_match('/\d+$/', $socket->localAddress(), $port);
    $socket->joinGroup($group, $interface);
    $sender->send("to $group", "[$group]:$port[0]");
    echo $socket->receive(5)->data, "\n";
    $socket->leaveGroup($group, $interface);
    $sender->send('to nobody', "[$group]:$port[0]");
    echo strtok(net_failure(fn () => $socket->receive(0.05)), ':'), "\n";
}
?>
--EXPECT--
to ff15::78
Evloop\TimeoutException
to ff15::78
Evloop\TimeoutException
to ff12::78%lo
Evloop\TimeoutException
