--TEST--
Http\Request: a client that vanishes within its body: the reader is told, and cancelled where it waits next; nothing is reported
--EXTENSIONS--
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\{Request, Server, ServerOptions};
use Evloop\Loop;

Loop::setErrorHandler(fn (Throwable $error) => print('reported: ' . get_class($error) . "\n"));
$client = null;
$vanish = function () use (&$client) {
    Loop::delay(0.02, function () use (&$client) {
        socket_set_option($client, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
        socket_close($client);
    });
};
$ended = 0;
$server = new Server(function (Request $request) use ($vanish, &$ended) {
    $vanish();
    try {
        match ($request->path) {
            '/text', '/pass' => $request->text(),
            '/read' => [print($request->body()->read() . "\n"), $request->body()->read()],
            '/later' => [Evloop\delay(0.1)],
        };
    } catch (Throwable $error) {
        echo $request->path, ' ', get_class($error), ': ', $error->getMessage(), "\n";
        $request->path !== '/pass' || throw $error;
        try {
            Evloop\delay(5);
        } catch (Throwable $error) {
            echo get_class($error), "\n";
        }
    } finally {
        $ended++;
    }
    return 'x';
});
$server->listen('tcp://127.0.0.1:0');
[$host, $port] = explode(':', $server->localAddresses()[0]);
foreach (['/text', '/pass', '/read', '/later'] as $i => $path) {
    $client = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
    socket_connect($client, $host, (int) $port);
    socket_write($client, "POST $path HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234");
    while ($ended <= $i) {
        Evloop\delay(0.01);
    }
}
$server->close();
?>
--EXPECT--
/text Evloop\SocketException: text(): the body of the request is not to be had: its connection is gone
Evloop\CancelledError
/pass Evloop\SocketException: text(): the body of the request is not to be had: its connection is gone
01234
/read Evloop\SocketException: read(): the body of the request is not to be had: its connection is gone
Evloop\CancelledError
/later Evloop\CancelledError: The coroutine was cancelled
Evloop\CancelledError
