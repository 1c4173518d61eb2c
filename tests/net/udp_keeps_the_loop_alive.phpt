--TEST--
UDP: who waits or listens keeps the loop alive, an open socket does not; one that listens needs no variable
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{Datagram, DatagramSocket, Loop};
use function Evloop\async;

$idle = DatagramSocket::bind('udp://127.0.0.1:0');
$idle->on('close', fn () => null);
Loop::run();
echo "an open one does not\n";
$address = (function (): string {
    $socket = DatagramSocket::bind('udp://127.0.0.1:0');
    $socket->on('message', function (Datagram $datagram, DatagramSocket $socket): void {
        echo $datagram->data, "\n";
        $socket->close();
    });
    return $socket->localAddress();
})();
gc_collect_cycles();
Loop::delay(0.02, fn () => $idle->send('held by who listens', $address));
Loop::run();
$waiting = WeakReference::create($socket = DatagramSocket::bind('udp://127.0.0.1:0'));
$address = $socket->localAddress();
async(fn () => print($socket->receive()->data . "\n"));
unset($socket);
Loop::delay(0.02, fn () => $idle->send('held by who waits', $address));
Loop::run();
gc_collect_cycles();
var_dump($waiting->get() === null || 'the closure has it');

/* A cycle of a socket and its listener of "close" is garbage. */
$socket = DatagramSocket::bind('udp://127.0.0.1:0');
$socket->on('close', fn () => $socket);
$gone = WeakReference::create($socket);
unset($socket);
gc_collect_cycles();
var_dump($gone->get());
?>
--EXPECT--
an open one does not
held by who listens
held by who waits
bool(true)
NULL
