--TEST--
Http\Server: a fatal error in a handler, while others wait in handlers and in close(), gives PHP's normal end
--INI--
error_reporting=24575
--FILE--
<?php
use Evloop\{Http\Server, Loop};
use function Evloop\delay;

register_shutdown_function(function () {
    echo "shutdown function\n";
});
$server = new Server(function ($request) use (&$server) {
    match ($request->path) {
        '/slow' => delay(60),
        '/close' => $server->close(),
        '/fatal' => trigger_error('from the handler', E_USER_ERROR),
    };
    return '';
});
$server->listen('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . $server->localAddresses()[0]);
foreach (['/slow', '/close', '/fatal', '/slow'] as $path) {
    fwrite($client, "GET $path HTTP/1.1\r\nHost: a\r\n\r\n");
}
Loop::run();
?>
--EXPECTF--
Fatal error: from the handler in %s on line %d
shutdown function
