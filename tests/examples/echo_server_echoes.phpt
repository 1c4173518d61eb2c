--TEST--
examples/echo-server.php: sends back what it gets to several clients, and ends by SIGTERM
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$server = new TestServer(dirname(__DIR__, 2) . '/examples/echo-server.php', '127.0.0.1:0');
foreach (['one', 'two'] as $text) {
    $clients[$text] = stream_socket_client("tcp://$server->host:$server->port");
    fwrite($clients[$text], $text);
}
foreach ($clients as $client) {
    echo fread($client, 100), "\n";
}
fwrite($clients['two'], ' and more');
stream_socket_shutdown($clients['two'], STREAM_SHUT_WR);
echo stream_get_contents($clients['two']), "\n";
[$status, $printed] = $server->stop();
echo $status, preg_replace('/:\d+/', ':PORT', $printed);
?>
--EXPECT--
one
two
 and more
0Listening on 127.0.0.1:PORT (stop with Ctrl-C)
2 connections, 15 bytes echoed
