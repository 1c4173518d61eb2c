--TEST--
tryWrite takes only what needs no waiting, drain waits until all is with the operating system
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, StreamOptions};
use function Evloop\async;

[$other, $socket] = net_pair(listen: new ListenOptions(stream: new StreamOptions(highWaterMark: 10_000)));
var_dump($socket->tryWrite(str_repeat('x', 6000)), $socket->getBufferedBytes());
var_dump($socket->tryWrite(str_repeat('x', 4001)), $socket->tryWrite(str_repeat('x', 4000)), $socket->getBufferedBytes());
$socket->drain();
var_dump($socket->getBufferedBytes(), $socket->tryWrite(str_repeat('x', 50_000)), $socket->tryWrite(''));
$socket->drain();
$sent = 60_000;
do { // until the kernel takes no more
    while ($socket->tryWrite(str_repeat('y', 9000))) {
        $sent += 9000;
    }
    $full = net_failure(fn () => $socket->drain(0.02));
} while ($full === "nothing thrown\n");
echo preg_replace('/ \d+ of \d+/', ' N of N', $full);
$reader = async(fn () => strlen($other->readExactly($sent)) === $sent);
$socket->drain();
var_dump($socket->getBufferedBytes(), Evloop\await($reader));
?>
--EXPECT--
bool(true)
int(6000)
bool(false)
bool(true)
int(10000)
int(0)
bool(true)
bool(false)
Evloop\TimeoutException: drain() to 127.0.0.1:PORT: the peer took too little within 0.02 seconds, N of N bytes were not sent
int(0)
bool(true)
