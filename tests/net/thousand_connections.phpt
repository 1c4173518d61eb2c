--TEST--
1,000 connections opened, used and closed, many at once: as many descriptors as before
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, await};

net_pair();
Evloop\delay(0.0);
$before = net_descriptors();
$server = ServerSocket::listen('tcp://127.0.0.1:0');
$serve = function (Socket $socket): void {
    foreach ($socket as $chunk) {
        $socket->write(strrev($chunk));
    }
};
$accepting = async(function () use ($server, $serve) {
    foreach ($server as $i => $socket) {
        async($serve, $socket);
    }
});
$client = function (int $i) use ($server): bool {
    $socket = Socket::connect('tcp://' . $server->localAddress());
    $socket->write("<$i>");
    $ok = $socket->readExactly(strlen("<$i>")) === strrev("<$i>");
    if ($i % 3 === 0) {
        $socket->close();
    } elseif ($i % 3 === 1) {
        $socket->end();
        $ok = $ok && $socket->read() === null;
    }
    return $ok;
};
$good = 0;
for ($round = 0; $round < 5; $round++) {
    $good += array_sum(array_map(await(...), array_map(fn ($i) => async($client, $i), range(1, 200))));
}
$server->close();
await($accepting);
unset($server, $accepting);
Evloop\delay(0.02);
gc_collect_cycles();
var_dump($good, net_descriptors() - $before);
?>
--EXPECT--
int(1000)
int(0)
