--TEST--
Http\Server: running out of memory in a handler, while others wait, gives PHP's normal end
--SKIPIF--
<?php if (getenv("USE_ZEND_ALLOC") === "0") die("skip needs the memory limit"); ?>
--INI--
memory_limit=32M
--FILE--
<?php
use Evloop\{Http\Server, Loop};
use function Evloop\delay;

register_shutdown_function(function () {
    echo "shutdown function\n";
});
$server = new Server(function ($request) {
    if ($request->path === '/slow') {
        delay(60);
    }
    return str_repeat('x', 100_000_000);
});
$server->listen('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . $server->localAddresses()[0]);
fwrite($client, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
Loop::run();
?>
--EXPECTF--
Fatal error: Allowed memory size of 33554432 bytes exhausted%s(tried to allocate %d bytes) in %s on line %d
shutdown function
