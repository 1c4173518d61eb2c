<?php
/**
 * A TCP proxy: what comes is sent on to another address, and what comes back is sent back, each way as fast as the slower side.
 *
 *     php -d extension=evloop examples/tcp-proxy.php TARGET [ADDRESS]      (127.0.0.1:7001 by default)
 *
 * TARGET is a URI: tcp://example.org:80, unix:///run/service.sock. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\{ConnectOptions, Exception, Loop, ServerSocket, Socket, Timeouts};
use function Evloop\{async, scope};

$target = $argv[1] ?? exit("usage: tcp-proxy.php TARGET [ADDRESS]\n");
$server = ServerSocket::listen('tcp://' . ($argv[2] ?? '127.0.0.1:7001'));
echo "Listening on {$server->localAddress()} (stop with Ctrl-C)\n";

$connections = 0;
$server->on('connection', function (Socket $client) use ($target, &$connections): void {
    $connections++;
    $upstream = null;
    try {
        $upstream = Socket::connect($target, new ConnectOptions(timeouts: new Timeouts(connect: 5.0)));
        // pipeTo() passes the end on as a half-close. When one way fails the scope cancels the other.
        scope(function () use ($client, $upstream): void {
            async(fn () => $client->pipeTo($upstream));
            async(fn () => $upstream->pipeTo($client));
        });
    } catch (Exception $failure) {
        fwrite(STDERR, $failure->getMessage() . "\n");
    } finally {
        $client->close();
        $upstream?->close();
    }
});

$stop = function () use ($server, &$connections): void {
    $server->close();
    echo "$connections connections\n";
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
