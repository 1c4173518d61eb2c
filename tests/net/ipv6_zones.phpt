--TEST--
IPv6 zones: a link-local address of this machine by the name and the number of its interface; zones that are none
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!preg_match('/^fe80\w+ \w+ \w+ 20 80 /m', (string) @file_get_contents('/proc/net/if_inet6'))) die('skip no link-local address here');
?>
--FILE--
<?php
use Evloop\{DatagramSocket, Dns, ServerSocket, Socket};

preg_match('/^(fe80\w+) (\w+) \w+ 20 80 +(\S+)/m', file_get_contents('/proc/net/if_inet6'), $own);
$address = inet_ntop(hex2bin($own[1]));
$number = hexdec($own[2]);
$shown = fn (string $text) => preg_replace('/\d+$/', 'PORT', strtr($text, [$address => 'OWN', "%$own[3]" => '%eth']));

foreach ([$own[3], $number] as $zone) {
    $server = ServerSocket::listen("tcp://[$address%$zone]:0");
    $client = Socket::connect('tcp://' . $server->localAddress());
    $accepted = $server->accept();
    echo $shown($server->localAddress()), ' ', $shown($accepted->remoteAddress()), ' ', $shown($client->remoteAddress()), "\n";
    $accepted->end("by its zone\n");
    echo $client->readAll();
}
$receiver = DatagramSocket::bind("udp://[$address%$own[3]]:0");
DatagramSocket::bind("udp://[$address%$number]:0")->send('datagram', $receiver->localAddress());
$datagram = $receiver->receive(5);
echo $datagram->data, ' from ', $shown($datagram->address), "\n";
echo strtr(Dns::resolve("[$address%$number]")[0], [$address => 'OWN', $own[3] => 'eth']), "\n";

foreach (['tcp://[fe80::1%nowhere0]:1', 'tcp://[fe80::1%]:1', 'tcp://fe80::1%lo:1', "tcp://[$address]:1"] as $uri) {
    try {
        Socket::connect($uri);
    } catch (ValueError | Evloop\SocketException $e) {
        echo $e::class, ': ', strtr($e->getMessage(), [$address => 'OWN']), "\n";
    }
}
?>
--EXPECT--
[OWN%eth]:PORT [OWN%eth]:PORT [OWN%eth]:PORT
by its zone
[OWN%eth]:PORT [OWN%eth]:PORT [OWN%eth]:PORT
by its zone
datagram from [OWN%eth]:PORT
OWN%eth
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the network interface behind the % does not exist, "tcp://[fe80::1%nowhere0]:1" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the network interface behind the % does not exist, "tcp://[fe80::1%]:1" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: an IPv6 address must stand in brackets, as in tcp://[::1]:80, "tcp://fe80::1%lo:1" given
Evloop\SocketException: connect tcp://[OWN]:1 failed: invalid argument (EINVAL)
