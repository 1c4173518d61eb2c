--TEST--
Http\Server: HTTP/1.0 closes, unless keep-alive is asked for and then promised
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
echo strtr(http_exchange($server, "GET / HTTP/1.0\r\n\r\n"), ["\r" => '']), "\n--\n";
echo strtr(http_exchange($server, "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.0\r\n\r\n"), ["\r" => '']), "\n";
?>
--EXPECT--
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Connection: close

Hello
--
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Connection: keep-alive

HelloHTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Connection: close

Hello
