--TEST--
Streams and servers that were listened to leave no memory behind, whatever the events
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{ServerSocket, Socket};
use function Evloop\delay;

$listener = fn () => 0;
$uses = [
    'all events' => function () use ($listener) {
        [$a, $b] = Socket::pair();
        foreach (['data', 'end', 'drain', 'error', 'close'] as $event) {
            $a->on($event, $listener)->once($event, $listener);
        }
        $b->write('x');
        delay(0.0001);
        $b->close();
        delay(0.0001);
    },
    'taken off' => function () use ($listener) {
        [$a, $b] = Socket::pair();
        foreach (['data', 'end', 'drain', 'error', 'close'] as $event) {
            $a->on($event, $listener)->off($event);
        }
    },
    'servers' => function () use ($listener) {
        $server = ServerSocket::listen('tcp://127.0.0.1:0');
        foreach (['connection', 'error', 'close'] as $event) {
            $server->on($event, $listener);
        }
        Socket::connect('tcp://' . $server->localAddress());
        delay(0.0001);
        $server->close();
        delay(0.0001);
    },
];
foreach ($uses as $name => $use) {
    $sizes = [];
    for ($round = 0; $round < 3; $round++) {
        for ($i = 0; $i < 100; $i++) {
            $use();
        }
        delay(0.01);
        gc_collect_cycles();
        $sizes[] = memory_get_usage();
    }
    echo "$name: ", $sizes[2] - $sizes[1] < 4000 ? 'nothing' : $sizes[2] - $sizes[1], "\n";
}
?>
--EXPECT--
all events: nothing
taken off: nothing
servers: nothing
