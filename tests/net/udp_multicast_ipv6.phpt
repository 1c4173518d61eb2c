--TEST--
UDP: groups of IPv6 that stay in this machine, with the interface by name, address or zone
--EXTENSIONS--
evloop
--SKIPIF--
<?php
require dirname(__DIR__) . '/include/udp.inc';
try {
    [$name] = udp_interface();
    $socket = Evloop\DatagramSocket::bind('udp://[::]:0', new Evloop\DatagramOptions(multicastInterface: $name));
    preg_match('/\d+$/', $socket->localAddress(), $port);
    $socket->joinGroup('ff11::77', $name)->send('', "[ff11::77]:$port[0]");
    $socket->receive(0.5);
} catch (Exception $e) {
    die('skip no IPv6 multicast here: ' . $e->getMessage());
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

[$name, $address] = udp_interface();
$sender = DatagramSocket::bind('udp://[::]:0', new DatagramOptions(multicastInterface: $address, multicastTtl: 0, multicastLoop: true, ipv6Only: true));
foreach ([['ff11::78', $name], ['ff11::78', $address], ["ff11::78%$name", null]] as [$group, $interface]) {
    $socket = DatagramSocket::bind('udp://[::]:0');
    preg_match('/\d+$/', $socket->localAddress(), $port);
    $socket->joinGroup($group, $interface);
    $sender->send('to the group', "[$group]:$port[0]");
    echo $socket->receive(5)->data, "\n";
    $socket->leaveGroup($group, $interface);
    $sender->send('to nobody', "[$group]:$port[0]");
    echo strtok(net_failure(fn () => $socket->receive(0.05)), ':'), "\n";
}
?>
--EXPECT--
to the group
Evloop\TimeoutException
to the group
Evloop\TimeoutException
to the group
Evloop\TimeoutException
