--TEST--
Http\Server: without an error handler the handler's exception leaves Loop::run(), which may be called again
--FILE--
<?php
use Evloop\{Http\Server, Loop};

$server = new Server(function ($request) use (&$server) {
    if ($request->path === '/throw') {
        throw new DomainException('from the handler');
    }
    Loop::defer(fn () => $server->close());
    return 'fine';
});
$server->listen('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . $server->localAddresses()[0]);
fwrite($client, "GET /throw HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
stream_socket_shutdown($client, STREAM_SHUT_WR);
try {
    Loop::run();
} catch (DomainException $error) {
    echo $error->getMessage(), "\n";
}
Loop::run();
$answers = stream_get_contents($client);
echo strtok($answers, "\r"), ' and ', substr($answers, -4), "\n";
?>
--EXPECT--
from the handler
HTTP/1.1 500 Internal Server Error and fine
