--TEST--
UDP: ECONNREFUSED is thrown by the next operation, or told to "error"; the socket lives on
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\{DatagramSocket, Loop, SocketException};

$address = udp_nobody();
$client = DatagramSocket::connect("udp://$address");
$client->send('nobody hears');
echo net_failure(fn () => $client->send('nobody hears'));
$client->send('nobody hears');
echo net_failure(fn () => $client->receive(5));
$client->on('error', function (SocketException $error, DatagramSocket $socket) use ($client): void {
    echo $error->name, ' ', $error->getCode() === (defined('SOCKET_ECONNREFUSED') ? SOCKET_ECONNREFUSED : 111) ? 'its code' : $error->getCode(), ' ', $socket === $client ? 'told' : 'whose', "\n";
    $client->off('error');
});
$client->send('nobody hears');
Loop::run();
$client->on('message', fn () => null);
$client->send('nobody hears');
Loop::delay(0.05, fn () => $client->off('message'));
Loop::run();
$server = DatagramSocket::bind("udp://$address");
$client->send('here');
echo $server->receive(5)->data, ' ', var_export($client->isClosed(), true), "\n";
?>
--EXPECT--
Evloop\SocketException: send() of 12 bytes to 127.0.0.1:PORT failed: connection refused (ECONNREFUSED)
Evloop\SocketException: receive() on 127.0.0.1:PORT failed: connection refused (ECONNREFUSED)
ECONNREFUSED its code told
here false
