--TEST--
Two Sockets talk; each knows both addresses
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';

[$client, $server] = net_pair();
$client->write('ping');
echo $server->read(), "\n";
$server->write('po');
$server->write('ng');
echo $client->read(), "\n";
var_dump($client->localAddress() === $server->remoteAddress(), $server->localAddress() === $client->remoteAddress());
echo preg_replace('/\d+$/', 'PORT', $client->localAddress()), "\n";
var_dump($client instanceof Evloop\DuplexStream, $client instanceof Evloop\Stream, $client instanceof Evloop\ClientSocket);
var_dump($client->getFd() > 2, $client->setNoDelay(false) === $client);
$client->close();
$client->close();
var_dump($client->isClosed(), $client->isReadable(), $client->isWritable(), $client->getFd(), $client->getBufferedBytes());
var_dump($server->read());
?>
--EXPECT--
ping
pong
bool(true)
bool(true)
127.0.0.1:PORT
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
NULL
int(0)
NULL
