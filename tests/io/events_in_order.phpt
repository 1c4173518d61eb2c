--TEST--
The order of a stream's events: data, end, close after a clean end; data, error, close with the failure after a reset
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, Socket, Stream};
use function Evloop\suspend;

function listen(Socket $socket): Socket
{
    foreach (['data', 'end', 'drain', 'error', 'close'] as $event) {
        $socket->on($event, function (mixed ...$arguments) use ($event, $socket): void {
            $stream = array_pop($arguments);
            echo $event, $stream === $socket ? '(' : '(other ', json_encode(array_map(fn ($a) => is_object($a) ? $a->name : $a, $arguments)), ') ';
        });
    }
    return $socket;
}

[$socket, $peer] = net_pair();
listen($socket);
echo 'nothing within on(), ';
$peer->write('one');
$peer->drain();
Evloop\delay(0.005);
$peer->end('two');
echo json_encode($peer->readAll()), $socket->isClosed() ? " closed\n" : " open\n";

[$socket, $peer] = net_peer();
listen($socket);
fwrite($peer, 'last words');
Evloop\delay(0.005);
net_reset($peer, $socket);
Loop::run();
echo "\n";

[$socket] = $pair = net_pair();
listen($socket);
$socket->close();
echo 'not within close() ';
suspend();
echo "\n";
// Who listens late hears of the close once.
[$socket] = $pair = net_pair();
$socket->close();
listen($socket);
suspend();
suspend();
?>
--EXPECT--
nothing within on(), data(["one"]) data(["two"]) end([]) close([null]) "" closed
data(["last words"]) error(["ECONNRESET"]) close(["ECONNRESET"]) 
not within close() close([null]) 
close([null]) 
