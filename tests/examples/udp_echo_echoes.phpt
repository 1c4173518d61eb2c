--TEST--
examples/udp-echo.php: sends back what it gets to several peers, and ends by SIGTERM
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$server = new TestServer(dirname(__DIR__, 2) . '/examples/udp-echo.php', '127.0.0.1:0');
foreach (['one', '', 'three'] as $text) {
    $peer = stream_socket_client("udp://$server->host:$server->port");
    stream_socket_sendto($peer, $text);
    stream_set_timeout($peer, 10);
    var_dump(stream_socket_recvfrom($peer, 100));
}
[$status, $printed] = $server->stop();
echo $status, preg_replace('/:\d+/', ':PORT', $printed);
?>
--EXPECT--
string(3) "one"
string(0) ""
string(5) "three"
0Listening on 127.0.0.1:PORT (stop with Ctrl-C)
3 datagrams echoed
