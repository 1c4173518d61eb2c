--TEST--
Channel: who waits longest is served first, senders and receivers
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Channel;
use function Evloop\{async, await, delay};

$channel = new Channel;
for ($i = 0; $i < 5; $i++) {
    $receivers[] = async(fn () => "$i gets " . $channel->receive());
    delay(0);
}
foreach (range('a', 'e') as $value) {
    $channel->send($value);
}
echo implode(', ', array_map(await(...), $receivers)), "\n";

foreach ([new Channel, new Channel(2)] as $channel) {
    foreach (range('a', 'e') as $value) {
        async(fn () => $channel->send($value));
        delay(0);
    }
    for ($i = 0; $i < 5; $i++) {
        echo $channel->receive();
    }
    echo "\n";
}
?>
--EXPECT--
0 gets a, 1 gets b, 2 gets c, 3 gets d, 4 gets e
abcde
abcde
