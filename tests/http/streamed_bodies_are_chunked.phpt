--TEST--
Http\Server: a Traversable is sent in chunks, with its Content-Length, or to HTTP/1.0 until the end; never for HEAD, 204, 304
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0');
$get = fn ($target, $method = 'GET', $version = '1.1') => "$method $target HTTP/$version\r\nHost: test\r\nConnection: close\r\n\r\n";
foreach ([$get('/direct'), $get('/iterator'), $get('/slowly?text=&s=0'), $get('/slowly?text=abc&s=0.01&length=3'),
    $get('/slowly?text=abc', 'GET', '1.0'), $get('/slowly?text=abc', 'HEAD'), $get('/slowly?text=abc&length=3', 'HEAD'),
    $get('/slowly?text=abc&status=204&length=3'), $get('/slowly?text=abc&status=304'), $get('/slowly?text=abc&status=205')] as $request) {
    $answer = str_replace(["\r", "Content-Type: text/plain; charset=utf-8\n"], '', http_exchange($server, $request));
    echo str_replace("\n", '|', $answer), "\n";
}
echo $server->stop()[1] === "$server->host:$server->port\n" ? 'silent' : 'noisy', "\n";
?>
--EXPECT--
HTTP/1.1 200 OK|Transfer-Encoding: chunked|Connection: close||1|d|1|i|1|r|1|e|1|c|1|t|0||
HTTP/1.1 200 OK|Transfer-Encoding: chunked|Connection: close||3|one|3|two|5|three|0||
HTTP/1.1 200 OK|Transfer-Encoding: chunked|Connection: close||0||
HTTP/1.1 200 OK|Content-Length: 3|Connection: close||abc
HTTP/1.1 200 OK|Connection: close||abc
HTTP/1.1 200 OK|Connection: close||
HTTP/1.1 200 OK|Content-Length: 3|Connection: close||
HTTP/1.1 204 No Content|Connection: close||
HTTP/1.1 304 Not Modified|Connection: close||
HTTP/1.1 205 Reset Content|Content-Length: 0|Connection: close||
silent
