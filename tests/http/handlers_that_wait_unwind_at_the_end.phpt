--TEST--
Http\Server: handlers that still wait when the script ends unwind, and nothing is sent
--FILE--
<?php
use Evloop\{Http\Server, Loop};
use function Evloop\delay;

$server = new Server(function ($request) {
    try {
        Loop::stop();
        delay(60);
        echo "not reached\n";
    } finally {
        echo "finally of $request->path\n";
    }
    return '';
});
$server->listen('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . $server->localAddresses()[0]);
fwrite($client, "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
Loop::run();
echo "end of the script\n";
?>
--EXPECT--
end of the script
finally of /a
finally of /b
