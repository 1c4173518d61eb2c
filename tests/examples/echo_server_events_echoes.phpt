--TEST--
examples/echo-server-events.php: sends back what it gets to several clients, a large one too, and ends by SIGTERM
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';
use Evloop\Socket;
use function Evloop\{async, await};

$server = new TestServer(dirname(__DIR__, 2) . '/examples/echo-server-events.php', '127.0.0.1:0');
foreach (['one', 'two'] as $text) {
    $clients[$text] = stream_socket_client("tcp://$server->host:$server->port");
    fwrite($clients[$text], $text);
}
foreach ($clients as $client) {
    echo fread($client, 100), "\n";
}
$data = random_bytes(4 << 20);
$large = Socket::connect("tcp://$server->host:$server->port");
$sending = async(fn () => $large->end($data));
Evloop\delay(0.02); // nobody reads meanwhile
var_dump($large->readAll() === $data);
[$status, $printed] = $server->stop();
echo $status, preg_replace('/:\d+/', ':PORT', $printed);
?>
--EXPECT--
one
two
bool(true)
0Listening on 127.0.0.1:PORT (stop with Ctrl-C)
3 connections, 4194310 bytes echoed
