--TEST--
foreach over a socket: one chunk after the other, break and go on, exceptions come through
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\{async, await, delay};

[$client, $server] = net_pair();
async(function () use ($client) {
    foreach (['one', 'two', 'three', 'four'] as $chunk) {
        $client->write($chunk);
        $client->drain();
        delay(0.002);
    }
    $client->end();
});
foreach ($server as $i => $chunk) {
    echo "$i $chunk\n";
    if ($chunk === 'two') {
        break;
    }
}
foreach ($server as $i => $chunk) {
    echo "$i $chunk\n";
}
var_dump(iterator_to_array($server));
[$socket, $peer] = net_peer();
net_reset($peer, $socket);
echo net_failure(function () use ($socket) { foreach ($socket as $chunk) { echo $chunk; } });
?>
--EXPECT--
0 one
1 two
0 three
1 four
array(0) {
}
Evloop\SocketException: read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
