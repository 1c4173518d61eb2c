--TEST--
IPv6: listening, connecting, addresses in brackets
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!@stream_socket_server('tcp://[::1]:0')) die('skip no IPv6 here');
?>
--FILE--
<?php
use Evloop\{ListenOptions, ServerSocket, Socket};

$server = ServerSocket::listen('tcp://[::1]:0', new ListenOptions(ipv6Only: true));
echo preg_replace('/\d+$/', 'PORT', $server->localAddress()), "\n";
$client = Socket::connect('tcp://' . $server->localAddress());
$accepted = $server->accept();
var_dump($accepted->remoteAddress() === $client->localAddress());
$accepted->write('six');
echo $client->read(), "\n";
?>
--EXPECT--
[::1]:PORT
bool(true)
six
