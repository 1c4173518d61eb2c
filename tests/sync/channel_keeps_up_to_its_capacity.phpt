--TEST--
Channel: senders wait only when so many values are kept
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Channel;
use function Evloop\{async, delay};

$channel = new Channel(3);
$sent = 0;
async(function () use ($channel, &$sent) {
    for (; $sent < 10; $sent++) {
        $channel->send($sent);
    }
});
delay(0);
echo "$sent sent, ", count($channel), " kept\n";
echo $channel->receive(), $channel->receive(), "\n";
delay(0);
echo "$sent sent, ", $channel->count(), " kept\n";
for ($i = 2; $i < 10; $i++) {
    echo $channel->receive();
}
delay(0);
echo "\n$sent sent, ", count($channel), " kept\n";

// The ring grows, turns over and empties many times.
$channel = new Channel(100_000);
[$in, $out, $wrong] = [0, 0, 0];
foreach ([5, 3, 1000, 700, 60_000, 60_302, 9, 9, 99_999, 99_999] as $round => $count) {
    for ($i = 0; $i < $count; $i++) {
        $round % 2 ? $wrong += $channel->receive() !== $out++ : $channel->send($in++);
    }
}
var_dump($in, $wrong, count($channel));
?>
--EXPECT--
3 sent, 3 kept
01
5 sent, 3 kept
23456789
10 sent, 0 kept
int(161013)
int(0)
int(0)
