--TEST--
ServerSocket: listeners that throw, close the server or exit
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{Loop, ServerSocket, Socket};

const HEAD = 'use Evloop\{Loop, ServerSocket, Socket};
$server = ServerSocket::listen("tcp://127.0.0.1:0");
$uri = "tcp://" . $server->localAddress();';

isolated([
    'throws' => function () {
        $server = ServerSocket::listen('tcp://127.0.0.1:0');
        Loop::setErrorHandler(function (Throwable $e) use ($server) { echo 'handler: ', $e->getMessage(), "\n"; });
        $server->on('connection', fn () => throw new Exception('first'));
        $server->on('connection', fn (Socket $socket) => $socket->end('second'));
        $text = Socket::connect('tcp://' . $server->localAddress())->readAll();
        $server->close();
        return $text;
    },
    'closes' => function () {
        $server = ServerSocket::listen('tcp://127.0.0.1:0');
        $clients = array_map(fn () => Socket::connect('tcp://' . $server->localAddress()), [1, 2, 3]);
        $server->on('connection', fn (Socket $socket, ServerSocket $server) => $socket->end('bye') . $server->close());
        $server->on('connection', fn (Socket $socket) => print('the other listener hears of it, too, '));
        $server->on('close', fn () => print("closed\n"));
        return array_map(function ($client) { try { return $client->readAll(); } catch (Evloop\SocketException $e) { return $e->name; } }, $clients);
    },
]);
echo run_child(HEAD . '$server->on("connection", fn () => exit(7)); register_shutdown_function(fn () => print("end"));
    Socket::connect($uri)->read(); echo "not reached";'), "\n";
echo run_child(HEAD . '$server->on("connection", fn () => throw new Exception("nobody"));
    Socket::connect($uri)->read(); echo "not reached";'), "\n";
echo run_child(HEAD . '$server->on("connection", function ($s) { Evloop\delay(100); echo "not reached"; });
    Socket::connect($uri); Loop::delay(0.01, fn () => exit("exit")); Loop::run();'), "\n";
?>
--EXPECT--
handler: first
throws: second
the other listener hears of it, too, closed
closes: ["bye","",""]
end status 7
Fatal error: Uncaught Exception: nobody in Command line code:3 Stack trace: #0 [internal function]: {closure}(Object(Evloop\Socket), Object(Evloop\ServerSocket)) #1 {main} thrown in Command line code on line 3 status 255
exit status 0
