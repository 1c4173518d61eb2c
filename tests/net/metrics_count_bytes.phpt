--TEST--
Loop::metrics() counts the bytes that came in and went out
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Loop;

[$socket, $peer] = net_peer();
fwrite($peer, str_repeat('x', 1000));
$socket->readExactly(1000);
$socket->write(str_repeat('y', 300));
$socket->drain();
echo json_encode(Loop::metrics()['bytes']), "\n";
?>
--EXPECT--
{"in":1000,"out":300}
