--TEST--
Several writers: whole strings in the order of the calls, however long they have to wait; end() comes last
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, StreamOptions};
use function Evloop\{async, delay};

[$client, $server] = net_pair(new ConnectOptions(stream: new StreamOptions(highWaterMark: 1024)));
$expected = '';
foreach (range('a', 'e') as $i => $letter) {
    $size = $i % 2 ? 3_000_000 : 10;
    $expected .= str_repeat($letter, $size);
    async(fn () => $client->write(str_repeat($letter, $size)));
}
async(fn () => $client->end('the end'));
async(function () use ($client) {
    echo net_failure(fn () => $client->write('too late'));
    var_dump($client->tryWrite('x'));
})->ignore();
delay(0.01);
var_dump($server->readAll() === $expected . 'the end');
?>
--EXPECTF--
Evloop\ClosedException: write() to 127.0.0.1:PORT: it was ended
bool(true)
