<?php
/**
 * A TCP server that sends back what it gets, with a coroutine for each connection.
 *
 *     php -d extension=evloop examples/echo-server.php [ADDRESS]      (127.0.0.1:7000 by default)
 *
 * Try it with `nc 127.0.0.1 7000`. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\{Loop, ServerSocket, Socket, StreamException};
use function Evloop\async;

$server = ServerSocket::listen('tcp://' . ($argv[1] ?? '127.0.0.1:7000'));
echo "Listening on {$server->localAddress()} (stop with Ctrl-C)\n";

$connections = 0;
$bytes = 0;
$serve = function (Socket $socket) use (&$bytes): void {
    try {
        foreach ($socket as $chunk) {
            $socket->write($chunk); // waits when the client does not read
            $bytes += strlen($chunk);
        }
        $socket->end();
    } catch (StreamException $failure) {
        fwrite(STDERR, $failure->getMessage() . "\n"); // this client's connection is over, the others go on
    }
};

async(function () use ($server, $serve, &$connections): void {
    foreach ($server as $socket) {
        $connections++;
        async($serve, $socket);
    }
});

$stop = function () use ($server, &$connections, &$bytes): void {
    $server->close();
    echo "$connections connections, $bytes bytes echoed\n";
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
