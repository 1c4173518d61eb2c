<?php
/**
 * A UDP server that sends back what it gets.
 *
 *     php -d extension=evloop examples/udp-echo.php [ADDRESS]      (127.0.0.1:7000 by default)
 *
 * Try it with `nc -u 127.0.0.1 7000`. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\{Datagram, DatagramSocket, Loop, SocketException};

$socket = DatagramSocket::bind('udp://' . ($argv[1] ?? '127.0.0.1:7000'));
echo "Listening on {$socket->localAddress()} (stop with Ctrl-C)\n";

$count = 0;
$socket->on('message', function (Datagram $datagram, DatagramSocket $socket) use (&$count): void {
    $count++;
    try {
        $socket->send($datagram->data, $datagram->address);
    } catch (SocketException $failure) {
        fwrite(STDERR, $failure->getMessage() . "\n"); // this one is lost, the others go on
    }
});

$stop = function () use ($socket, &$count): void {
    $socket->close();
    echo "$count datagrams echoed\n";
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
