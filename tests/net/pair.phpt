--TEST--
Socket::pair(): two ends that are connected, with addresses that are empty
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Socket;
use function Evloop\{async, await};

Socket::pair();
Evloop\delay(0.001);
$before = net_descriptors();
[$a, $b] = Socket::pair();
var_dump(count(Socket::pair()), $a->localAddress(), $b->remoteAddress());
$a->write("to b\n");
$b->write("to a\n");
var_dump($a->readLine(), $b->readLine());
$a->shutdown();
var_dump($b->read(), $b->isWritable());
$reading = async(fn () => $a->read());
Evloop\suspend();
echo net_failure(fn () => $a->write('x'));
$b->write('more');
var_dump(await($reading));
$a->close();
$b->close();
echo net_failure(fn () => $a->read());
echo net_failure(fn () => $b->localAddress());
Evloop\delay(0.001);
var_dump(net_descriptors() - $before);
?>
--EXPECT--
int(2)
string(0) ""
string(0) ""
string(4) "to a"
string(4) "to b"
NULL
bool(true)
Evloop\ClosedException: write() to Evloop\Socket: it was ended
string(4) "more"
Evloop\ClosedException: read(): the stream to Evloop\Socket is closed
Evloop\ClosedException: localAddress(): the stream to Evloop\Socket is closed
int(0)
