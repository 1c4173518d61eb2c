<?php
/**
 * The echo server in the event style: the same as echo-server.php, with listeners instead of a coroutine for each connection.
 *
 *     php -d extension=evloop examples/echo-server-events.php [ADDRESS]      (127.0.0.1:7000 by default)
 *
 * Try it with `nc 127.0.0.1 7000`. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\{Loop, ServerSocket, Socket};

$server = ServerSocket::listen('tcp://' . ($argv[1] ?? '127.0.0.1:7000'));
echo "Listening on {$server->localAddress()} (stop with Ctrl-C)\n";

$connections = 0;
$bytes = 0;
$server->on('connection', function (Socket $socket) use (&$connections, &$bytes): void {
    $connections++;
    $socket->on('data', function (string $data, Socket $socket) use (&$bytes): void {
        $bytes += strlen($data);
        $socket->write($data); // waits when the client does not read; then it is not read from either
    });
    $socket->on('error', fn (Throwable $failure) => fwrite(STDERR, $failure->getMessage() . "\n"));
});
$server->on('error', fn (Throwable $failure) => fwrite(STDERR, $failure->getMessage() . "\n"));

$stop = function () use ($server, &$connections, &$bytes): void {
    $server->close();
    echo "$connections connections, $bytes bytes echoed\n";
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
