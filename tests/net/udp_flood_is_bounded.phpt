--TEST--
UDP: of a flood the queue keeps so many, the system's buffer some more, the newest are dropped and counted
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramOptions, DatagramSocket};

[$socket, $peer] = udp_peer(new DatagramOptions(queue: 100, receiveBuffer: 100_000, maxSize: 1000));
stream_socket_sendto($peer, 'begin');
$socket->receive(5);
$before = memory_get_usage();
for ($i = 0; $i < 20_000; $i++) {
    stream_socket_sendto($peer, str_pad((string) $i, 1000));
    if ($i % 1000 === 0) {
        Evloop\Loop::runOnce(false);
    }
}
$count = 0;
$last = -1;
try {
    for (;; $count++) {
        $next = (int) $socket->receive(0.05)->data;
        if ($next <= $last) {
            exit("$next after $last");
        }
        $last = $next;
    }
} catch (Evloop\TimeoutException) {
}
echo $count >= 100 && $count < 19_000 ? 'bounded' : $count, "\n";
echo memory_get_usage() - $before < 100_000 ? 'flat' : memory_get_usage() - $before, "\n";
echo PHP_OS !== 'Linux' || $socket->getDropped() === 20_000 - $count ? 'counted' : $socket->getDropped() . " of " . (20_000 - $count), "\n";
stream_socket_sendto($peer, 'lives on');
echo $socket->receive(5)->data, "\n";
$dropped = $socket->getDropped();
$socket->close();
var_dump($socket->getDropped() === $dropped);
?>
--EXPECT--
bounded
flat
counted
lives on
bool(true)
