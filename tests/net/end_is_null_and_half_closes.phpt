--TEST--
end() is the peer's null, and reading goes on; end() with bytes, and repeated
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';

[$client, $server] = net_pair();
$client->end('request');
$client->end();
var_dump($server->readAll(), $server->read(), $server->isReadable(), $server->isWritable());
echo net_failure(fn () => $client->write('more'));
echo net_failure(fn () => $client->end('more'));
var_dump($client->isWritable(), $client->isReadable());
$server->end('answer');
var_dump($client->readAll(), $client->read(), $client->isClosed());
$client->drain();
$client->close();
echo net_failure(fn () => $client->end());
?>
--EXPECT--
string(7) "request"
NULL
bool(false)
bool(true)
Evloop\ClosedException: write() to 127.0.0.1:PORT: it was ended
Evloop\ClosedException: end() to 127.0.0.1:PORT: it was ended
bool(false)
bool(true)
string(6) "answer"
NULL
bool(false)
Evloop\ClosedException: end(): the stream to 127.0.0.1:PORT is closed
