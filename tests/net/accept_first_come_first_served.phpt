--TEST--
Several wait in accept(): each gets one connection, in order; a timeout throws and loses none
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\ServerSocket;
use function Evloop\{async, await, delay};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
echo net_failure(fn () => $server->accept(0.005));
foreach (['first', 'second', 'third'] as $name) {
    $acceptors[] = async(function () use ($server, $name) {
        $socket = $server->accept();
        $socket->end($name);
    });
}
$late = async(fn () => net_failure(fn () => $server->accept(0.01)));
delay(0.001);
for ($i = 0; $i < 3; $i++) {
    $clients[] = stream_socket_client('tcp://' . $server->localAddress());
}
array_map(await(...), $acceptors);
Evloop\suspend();
foreach ($clients as $client) {
    echo stream_get_contents($client), "\n";
}
echo await($late);
$more = stream_socket_client('tcp://' . $server->localAddress());
var_dump($server->accept(0.0)?->isClosed());
?>
--EXPECT--
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.005 seconds
first
second
third
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.01 seconds
bool(false)
