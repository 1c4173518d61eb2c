--TEST--
A writer whose reader has stopped is suspended, and buffers no more than the high-water mark
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, StreamOptions};
use function Evloop\{async, await, delay};

[$client, $server] = net_pair(new ConnectOptions(stream: new StreamOptions(highWaterMark: 100_000)));
$text = str_repeat('0123456789', 2_000_000);
$done = false;
$memory = memory_get_usage();
$writer = async(function () use ($client, $text, &$done) {
    $client->write($text);
    $done = true;
    $client->end();
});
do {
    delay(0.02);
} while ($client->getBufferedBytes() === 0); // until the kernel takes no more
var_dump($done, $client->getBufferedBytes() > 0, $client->getBufferedBytes() <= 100_000);
var_dump(memory_get_usage() - $memory < 1_000_000);
var_dump($server->readAll(30_000_000) === $text, $done, $client->getBufferedBytes());
await($writer);
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(0)
