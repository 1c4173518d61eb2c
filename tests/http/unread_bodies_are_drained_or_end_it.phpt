--TEST--
Http\Server: what a handler leaves unread is thrown away up to a bound, else the connection closes; so it does when 100 is still waited for
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxBody' => 1 << 30]);
$chunked = fn (int $size) => "POST /unread HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    . str_repeat("400\r\n" . str_repeat('x', 1024) . "\r\n", $size >> 10) . "0\r\n\r\n";
$expect = "POST /%s HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
foreach ([
    'small' => [http_post('/unread', 'abc')], 'middle' => [http_post('/unread', str_repeat('x', 200_000))], 'chunks' => [$chunked(200_000)],
    'large' => [http_post('/unread', str_repeat('x', 4_000_000))], 'large chunks' => [$chunked(4_000_000)],
    'malformed' => [substr($chunked(200_000), 0, -8) . 'xxxxxx'],
    'not waited for' => [sprintf($expect, 'echo') . 'abc'],
] as $name => $pieces) {
    $answers = http_exchange($server, ...[...$pieces, http_get('/', 'Connection: close')]);
    echo "$name: ", http_statuses($answers), str_contains(strstr($answers, "\r\n\r\n", true), 'Connection: close') ? ' and close' : '', "\n";
}
echo '100 not asked for: ', http_statuses($answer = http_exchange($server, sprintf($expect, 'unread'))), str_contains($answer, 'close') ? ' and close' : '', "\n";
?>
--EXPECT--
small: 200 200
middle: 200 200
chunks: 200 200
large: 200 and close
large chunks: 200
malformed: 200
not waited for: 200 200
100 not asked for: 200 and close
