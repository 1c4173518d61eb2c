--TEST--
A failure that the coroutine of a connection does not catch goes to the error handler, and the server goes on
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, ServerSocket, Socket};
use function Evloop\async;

$server = ServerSocket::listen('tcp://127.0.0.1:0');
Loop::setErrorHandler(function (Throwable $error, $from) use ($server) {
    echo get_class($error), ' ', $error->name, ' in ', get_class($from), "\n";
    $server->close();
});
async(function () use ($server) {
    foreach ($server as $socket) {
        async(function () use ($socket) { foreach ($socket as $chunk) { $socket->write($chunk); } });
    }
    echo "over\n";
});
$peer = stream_socket_client('tcp://' . $server->localAddress());
stream_set_blocking($peer, false);
fwrite($peer, 'hello');
while ((string) stream_socket_recvfrom($peer, 1, STREAM_PEEK) === '') {
    Evloop\delay(0.001);
}
fclose($peer); // with bytes unread: a reset
Loop::run();
?>
--EXPECT--
Evloop\SocketException ECONNRESET in Evloop\Coroutine
over
