--TEST--
Channel: without a capacity each sender waits for its receiver, in order
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Channel;
use function Evloop\{async, delay};

$channel = new Channel;
$events = [];
$sender = async(function () use ($channel, &$events) {
    foreach (['a', null, ['c']] as $i => $value) {
        $channel->send($value);
        $events[] = "sent $i";
    }
});
delay(0);
var_dump($events, count($channel));
for ($i = 0; $i < 3; $i++) {
    echo json_encode($channel->receive()), ' ';
}
$sender->await();
echo implode(' ', $events), "\n";

// A receiver that waits gets it at once: the sender does not wait.
$receiver = async(fn () => $channel->receive());
delay(0);
$channel->send('direct');
echo "sent ", $receiver->await(), "\n";
?>
--EXPECT--
array(0) {
}
int(0)
"a" null ["c"] sent 0 sent 1 sent 2
sent direct
