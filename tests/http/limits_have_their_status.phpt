--TEST--
Http\Server: each limit of a request is kept to the byte and has its status
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxTarget' => 20, 'maxHead' => 200, 'maxHeaders' => 4, 'maxBody' => 10, 'maxTrailers' => 8]);
$close = 'Connection: close';
$chunked = fn (string $rest) => "POST / HTTP/1.1\r\nHost: a\r\n$close\r\nTransfer-Encoding: chunked\r\n\r\n$rest";
$fill = fn (int $size) => str_repeat('x', $size - strlen(http_get('/', $close, 'X: ')));
foreach ([
    'target' => [http_get('/' . str_repeat('x', 19), $close), http_get('/' . str_repeat('x', 20), $close)],
    'head' => [http_get('/', $close, 'X: ' . $fill(200)), http_get('/', $close, 'X: ' . $fill(201))],
    'headers' => [http_get('/', $close, 'a:', 'b:'), http_get('/', $close, 'a:', 'b:', 'c:')],
    'body' => [http_post('/', str_repeat('x', 10), $close), http_post('/', str_repeat('x', 11), $close)],
    'chunks' => [$chunked("a\r\n0123456789\r\n0\r\n\r\n"), $chunked("a\r\n0123456789\r\n1\r\nx\r\n0\r\n\r\n")],
    'trailers' => [$chunked("0\r\nab: cd\r\n\r\n"), $chunked("0\r\nab: cde\r\n\r\n")],
] as $limit => [$at, $above]) {
    echo "$limit: ", http_statuses(http_exchange($server, $at)), ' ', http_statuses(http_exchange($server, $above)), "\n";
}
$bomb = 'POST /' . " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" . str_repeat('0', 1 << 20);
echo 'zeros: ', http_statuses(http_exchange($server, $bomb)), "\n";
?>
--EXPECT--
target: 200 414
head: 200 431
headers: 200 431
body: 200 413
chunks: 200 413
trailers: 200 431
zeros: 400
