--TEST--
UDP: each message has a callback of its own, at most `queue` at once; once() and off(); close comes last
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{Datagram, DatagramOptions, DatagramSocket, Loop};
use function Evloop\{async, await, delay};

$socket = DatagramSocket::bind('udp://127.0.0.1:0', new DatagramOptions(queue: 3));
$send = fn (string ...$texts) => array_map(fn ($text) => $socket->send($text, $socket->localAddress()), $texts);
$running = $most = $count = 0;
$listener = function (Datagram $datagram, DatagramSocket $from) use ($socket, &$running, &$most, &$count): void {
    $most = max($most, ++$running);
    delay(0.005);
    $running--;
    if (++$count === 10) {
        $from->close();
    }
};
$heard = fn () => print("never, since it is taken off\n");
$socket->once('message', fn (Datagram $datagram) => print("once: $datagram->data\n"));
$socket->on('message', $heard)->off('message', $heard)->on('message', $listener);
$socket->on('close', function (DatagramSocket $closed) use ($socket, &$count): void {
    echo $closed === $socket ? 'closed' : 'who', " after $count\n";
});
$send(...range('a', 'j'));
echo "nothing is called here\n";
Loop::run();
echo "$most at once\n";
echo net_failure(fn () => $socket->on('data', fn () => null));

/* What nobody listens to any more can be received. */
$socket = DatagramSocket::bind('udp://127.0.0.1:0');
$socket->once('message', fn (Datagram $datagram) => print("$datagram->data\n"));
$send = fn (string ...$texts) => array_map(fn ($text) => $socket->send($text, $socket->localAddress()), $texts);
$send('first', 'second');
Loop::run();
echo $socket->receive(5)->data, "\n";
?>
--EXPECT--
nothing is called here
once: a
closed after 10
3 at once
ValueError: Evloop\DatagramSocket::on(): Argument #1 ($event) must be "message", "error" or "close", "data" given
first
second
