--TEST--
UDP: exceptions in listeners go to the error handler, and the socket goes on; close() in each event
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{Datagram, DatagramSocket, Loop};

Loop::setErrorHandler(fn (Throwable $error) => print("handler: {$error->getMessage()}\n"));
$socket = DatagramSocket::bind('udp://127.0.0.1:0');
$socket->on('message', fn (Datagram $datagram) => throw new Exception("at $datagram->data"));
$socket->on('message', fn (Datagram $datagram) => $datagram->data === '2' && $socket->close());
$socket->on('message', fn (Datagram $datagram, $socket) => print('third: ' . var_export($socket->isClosed(), true) . "\n"));
$socket->on('close', function (DatagramSocket $socket): void {
    $socket->close();
    echo "closed\n";
    throw new Exception('at close');
});
foreach (['1', '2', '3'] as $text) {
    $socket->send($text, $socket->localAddress());
}
Loop::run();

$client = DatagramSocket::connect('udp://' . udp_nobody());
$client->on('error', fn ($error, $client) => $client->close())->on('close', fn () => print("closed in error\n"));
$client->send('x');
Loop::run();

$exiting = DatagramSocket::bind('udp://127.0.0.1:0');
$exiting->on('message', function (): void {
    try {
        exit("exit\n");
    } finally {
        echo "never\n";
    }
});
$exiting->send('', $exiting->localAddress());
register_shutdown_function(fn () => print("shutdown\n"));
Loop::run();
echo "never\n";
?>
--EXPECT--
third: false
handler: at 1
third: true
handler: at 2
closed
handler: at close
closed in error
exit
shutdown
