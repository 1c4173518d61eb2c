--TEST--
A connection promised to an acceptor that is thrown out before its turn is not lost
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\ServerSocket;
use function Evloop\{async, suspend};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$lost = 0;
// Turns of others between two polls are limited: with one of these numbers the exception comes right after the poll that found it.
for ($turns = 0; $turns < 140; $turns++) {
    async(function () use ($server, $turns, &$client) {
        $client = stream_socket_client('tcp://' . $server->localAddress());
        for ($i = 0; $i < $turns; $i++) {
            suspend();
        }
        throw new Exception('nobody catches this, so {main} gets it');
    });
    try {
        $socket = $server->accept();
        Evloop\delay(1);
    } catch (Exception $e) {
        $e->getMessage()[0] === 'n' || print($e->getMessage());
        $socket ??= $server->accept(1.0);
    }
    $socket = null;
}
echo "none is lost\n";
?>
--EXPECT--
none is lost
