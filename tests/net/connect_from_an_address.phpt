--TEST--
bindTo: the local address, with and without a port
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, ServerSocket, Socket};

[$client] = net_pair(new ConnectOptions(bindTo: '127.0.0.2'));
echo preg_replace('/\d+$/', 'PORT', $client->localAddress()), "\n";

$free = ServerSocket::listen('tcp://127.0.0.2:0');
$address = $free->localAddress();
$free->close();
[$client] = net_pair(new ConnectOptions(bindTo: $address));
var_dump($client->localAddress() === $address);
?>
--EXPECT--
127.0.0.2:PORT
bool(true)
