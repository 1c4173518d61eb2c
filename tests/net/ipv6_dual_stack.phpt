--TEST--
Dual stack: [::] takes IPv4 too unless ipv6Only says no, whatever the system's default is; then 0.0.0.0 has the port for itself
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!@stream_socket_server('tcp://[::1]:0')) die('skip no IPv6 here');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{DatagramOptions, DatagramSocket, ListenOptions, ServerSocket, Socket};

$shown = fn (string $text) => preg_replace('/:\d+$/', ':PORT', $text);
foreach ([false, true] as $only) {
    echo $only ? "IPv6 only\n" : "both\n";
    $server = ServerSocket::listen('tcp://[::]:0', new ListenOptions(ipv6Only: $only));
    preg_match('/\d+$/', $server->localAddress(), $port);
    foreach (['127.0.0.1', '[::1]'] as $host) {
        echo net_failure(function () use ($server, $host, $port, $shown): void {
            $client = Socket::connect("tcp://$host:$port[0]");
            $accepted = $server->accept(5);
            $accepted->end("hello\n");
            echo $shown($client->localAddress()), ' is ', $shown($accepted->remoteAddress()), ': ', $client->readAll();
        });
    }
    echo net_failure(fn () => ServerSocket::listen("tcp://0.0.0.0:$port[0]")->close());

    $socket = DatagramSocket::bind('udp://[::]:0', new DatagramOptions(ipv6Only: $only));
    preg_match('/\d+$/', $socket->localAddress(), $port);
    echo net_failure(function () use ($socket, $port, $shown): void {
        $sender = DatagramSocket::connect("udp://127.0.0.1:$port[0]");
        $sender->send('datagram');
        Evloop\delay(0.001);
        $sender->send('datagram'); // refused by now, if by anybody
        echo $shown($socket->receive(5)->address), "\n";
    });
}
?>
--EXPECT--
both
127.0.0.1:PORT is [::ffff:127.0.0.1]:PORT: hello
nothing thrown
[::1]:PORT is [::1]:PORT: hello
nothing thrown
Evloop\SocketException: listen on tcp://0.0.0.0:PORT failed: address already in use (EADDRINUSE)
[::ffff:127.0.0.1]:PORT
nothing thrown
IPv6 only
Evloop\SocketException: connect tcp://127.0.0.1:PORT failed: connection refused (ECONNREFUSED)
[::1]:PORT is [::1]:PORT: hello
nothing thrown
nothing thrown
Evloop\SocketException: send() of 8 bytes to 127.0.0.1:PORT failed: connection refused (ECONNREFUSED)
