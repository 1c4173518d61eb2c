--TEST--
Channel: foreach ends with close(), throws its reason, takes null for a value, and is shared by several
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, ChannelClosedException};
use function Evloop\{async, await};

$channel = new Channel(1);
async(function () use ($channel) {
    foreach (['a', null, false, 'd'] as $value) {
        $channel->send($value);
    }
    $channel->close();
});
foreach ($channel as $key => $value) {
    echo $key, json_encode($value), ' ';
}
foreach ($channel as $none) {
    echo 'never';
}
echo "\n";

$channel = new Channel;
$loops = array_map(fn () => async(fn () => iterator_count($channel->getIterator())), range(1, 3));
for ($i = 0; $i < 30; $i++) {
    $channel->send($i);
}
$channel->close();
echo array_sum(array_map(await(...), $loops)), " values\n";

$channel = new Channel(1);
$channel->send('last');
$channel->close(new RuntimeException('broken'));
try {
    foreach ($channel as $value) {
        echo "$value\n";
    }
} catch (ChannelClosedException $e) {
    echo $e->getPrevious()->getMessage(), "\n";
}
try {
    foreach (new Channel as &$reference) {
    }
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
0"a" 1null 2false 3"d" 
30 values
last
broken
An iterator cannot be used with foreach by reference
