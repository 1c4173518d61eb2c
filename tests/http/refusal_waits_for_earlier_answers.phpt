--TEST--
Http\Server: a refusal stands behind the answers that are still due
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$answers = http_exchange($server, http_get('/slow?n=1') . http_get('/') . "BAD\r\n\r\n" . http_get('/'));
echo strtr($answers, ["\r" => '']);
?>
--EXPECT--
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 6

slow 1HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5

HelloHTTP/1.1 400 Bad Request
Content-Type: text/plain; charset=utf-8
Content-Length: 16
Connection: close

400 Bad Request
