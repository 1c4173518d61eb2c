--TEST--
Event style: tryWrite() refuses over the mark, "drain" is told once there is room, and memory stays bounded
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, Event, StreamOptions};
use function Evloop\async;

[$sender, $receiver] = net_pair(new ConnectOptions(stream: new StreamOptions(highWaterMark: 65536)));
$chunk = random_bytes(10000);
$left = 2000;
$drains = 0;
$most = 0;
$refused = 0;
$done = new Event();
$send = function () use ($sender, $chunk, &$left, &$most, &$refused, $done): void {
    while ($left > 0) {
        if (!$sender->tryWrite($chunk)) {
            $refused++;
            return;
        }
        $left--;
        $most = max($most, $sender->getBufferedBytes());
    }
    $sender->end();
    $done->set();
};
$sender->on('drain', function () use ($send, &$drains): void { $drains++; $send(); });
$reading = async(function () use ($receiver): array {
    $hash = hash_init('xxh3');
    for ($size = 0; ($data = $receiver->read()) !== null; $size += strlen($data)) {
        hash_update($hash, $data);
    }
    return [$size, hash_final($hash)];
});
$send();
$done->await();
[$size, $hash] = $reading->await();
var_dump($size === 20_000_000, $hash === hash('xxh3', str_repeat($chunk, 2000)), $most <= 65536 + 10000, $refused > 0, $drains >= $refused);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
