--TEST--
A line, a length or a whole may be larger than the read buffer
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, StreamOptions};
use function Evloop\async;

[$client, $server] = net_pair(listen: new ListenOptions(stream: new StreamOptions(readBuffer: 1024)));
$text = random_bytes(300_000);
$line = str_repeat('x', 100_000);
async(fn () => $client->end("$text$line\r\n$text"));
var_dump($server->readExactly(300_000) === $text);
echo net_failure(fn () => $server->readLine());
var_dump($server->readLine(100_000) === $line, $server->readAll() === $text);
?>
--EXPECT--
bool(true)
Evloop\StreamException: readLine() from 127.0.0.1:PORT: the line has more than 65536 bytes
bool(true)
bool(true)
