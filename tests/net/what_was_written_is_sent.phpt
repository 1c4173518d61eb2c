--TEST--
Dropped, closed or at the end of the script: what was written in this tick is sent, and after end() all of it
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\{async, await};

[$socket, $peer] = net_peer();
$socket->write('dropped');
$socket = null;
echo stream_get_contents($peer), "\n";

[$socket, $peer] = net_peer();
$socket->write('closed');
$socket->close();
echo stream_get_contents($peer), "\n";

[$client, $server] = net_pair();
$text = random_bytes(900_000);
$server->end($text);
$server = null;
var_dump($client->readAll() === $text);

[$last, $GLOBALS['peer']] = net_peer();
register_shutdown_function(function () use ($peer) {
    echo fread($GLOBALS['peer'], 100), "\n";
});
async(fn () => $last->write('at the end'));
?>
--EXPECT--
dropped
closed
bool(true)
at the end
