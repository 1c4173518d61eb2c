--TEST--
A connection promised to an acceptor that is thrown out before its turn goes to the next one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\ServerSocket;
use function Evloop\{async, suspend};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$thrown = 0;
for ($i = 0; $i < 20; $i++) {
    // Ready before {main} when the connection arrives in the same poll or a later one: {main} gets its exception instead of its turn.
    async(function () use ($server, $i, &$client) {
        $client = stream_socket_client('tcp://' . $server->localAddress());
        for ($turn = 0; $turn < $i % 5; $turn++) {
            suspend();
        }
        throw new Exception('nobody catches this');
    });
    try {
        $server->accept();
        Evloop\Loop::runOnce(false);
    } catch (Exception $e) {
        $thrown++;
        $taken ??= 0;
        try {
            $taken += $server->accept(0.5) !== null;
        } catch (Evloop\TimeoutException) {
        }
    }
}
var_dump($thrown === 20, $taken > 0);
?>
--EXPECT--
bool(true)
bool(true)
