--TEST--
Http\Server: what is not exactly a request is refused, and nothing behind it is read
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$smuggled = http_get('/') . http_get('/');
$post = fn (string $lines) => "POST / HTTP/1.1\r\nHost: test\r\n$lines\r\n\r\n0\r\n\r\n$smuggled";
foreach ([
    "GET /\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
    "GET / HTTP/3.0\r\nHost: a\r\n\r\n", "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00",
    $post("Content-Length: 5\r\nTransfer-Encoding: chunked"), $post("Content-Length: 5\r\nContent-Length: 6"), $post('Content-Length: +5'),
    $post('Transfer-Encoding: gzip, chunked'), $post('Transfer-Encoding: chunked, identity'), $post("Transfer-Encoding:\x0bchunked"),
    $post("Transfer-Encoding: chunked\r\n\r\nx"), $post("Transfer-Encoding: chunked\r\n\r\n1;\n"), $post('Expect: more'),
] as $request) {
    echo http_statuses(http_exchange($server, $request . $smuggled)), ' ';
}
?>
--EXPECT--
400 400 400 400 400 400 400 400 400 505 501 400 400 400 400 501 400 400 400 400 417
