--TEST--
Writing to a peer that has gone fails with its errno; what it sent before can be read
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\delay;

[$socket, $peer] = net_peer();
fwrite($peer, 'last words');
fclose($peer);
try {
    for ($i = 0; $i < 10; $i++) {
        $socket->write('anybody there?');
        delay(0.002);
    }
} catch (Evloop\SocketException $e) {
    echo $e->name, "\n";
}
var_dump($socket->read(), $socket->read());
?>
--EXPECT--
EPIPE
string(10) "last words"
NULL
