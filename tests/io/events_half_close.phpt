--TEST--
Event style and half-close: after the peer's end what is still to be sent is sent, then the stream closes
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Socket;
use function Evloop\{async, await, delay};

[$socket, $peer] = net_pair();
$told = [];
$socket->on('data', fn () => 0)->on('close', function () use (&$told) { $told[] = 'close'; });
$socket->on('end', function (Socket $socket) use (&$told) {
    $told[] = 'end';
    var_dump($socket->isReadable(), $socket->isWritable());
    delay(0.005);
    $socket->write(str_repeat('x', 3 << 20));
    $told[] = 'written';
});
$peer->end();
var_dump(strlen($peer->readAll()));
delay(0.005);
echo implode(' ', $told), "\n";

// Our end first: what the peer still sends arrives, and its end closes.
[$socket, $peer] = net_pair();
$socket->on('data', fn ($data) => print("$data "))->on('end', fn () => print('end '))->on('close', fn ($failure) => var_dump($failure));
$socket->end('ours');
var_dump($peer->readAll(), $socket->isClosed());
$peer->end('theirs');
delay(0.005);
var_dump($socket->isClosed());
?>
--EXPECT--
bool(false)
bool(true)
int(3145728)
end written close
string(4) "ours"
bool(false)
theirs end NULL
bool(true)
