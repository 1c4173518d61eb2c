--TEST--
Small writes of one tick leave in one packet, in their order
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\suspend;

[$socket, $peer] = net_peer();
stream_set_blocking($peer, false);
foreach (['a', 'b', 'c'] as $text) {
    $socket->write($text);
}
var_dump(fread($peer, 100), $socket->getBufferedBytes());
Evloop\Loop::runOnce(false);
stream_set_blocking($peer, true);
var_dump(fread($peer, 100), $socket->getBufferedBytes());
?>
--EXPECT--
string(0) ""
int(3)
string(3) "abc"
int(0)
