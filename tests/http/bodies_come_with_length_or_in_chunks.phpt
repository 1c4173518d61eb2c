--TEST--
Http\Server: bodies with Content-Length and chunked, whole and in pieces
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$body = random_bytes(300_000);
$chunked = '';
foreach (str_split($body, 70_001) as $i => $piece) {
    $chunked .= dechex(strlen($piece)) . ($i ? "\r\n" : ";name=\"value\"\r\n") . $piece . "\r\n";
}
$head = "POST /echo HTTP/1.1\r\nHost: test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
$sent = [
    'length' => [http_post('/echo', $body, 'Connection: close')],
    'length in pieces' => str_split(http_post('/echo', $body, 'Connection: close'), 3001),
    'chunks' => [$head . $chunked . "0\r\nX-Trailer: 1\r\n\r\n"],
    'chunks in pieces' => str_split($head . $chunked . "0\r\n\r\n", 3001),
    'small' => [http_post('/echo', 'abc') . http_post('/echo', '') . http_post('/echo', 'def', 'Connection: close')],
];
foreach ($sent as $name => $pieces) {
    $answer = http_exchange($server, ...$pieces);
    $received = substr($answer, strpos($answer, "\r\n\r\n") + 4);
    echo "$name: ", $received === $body ? 'the same' : preg_replace('/HTTP.*?\r\n\r\n/s', ' ', $received), "\n";
}
?>
--EXPECT--
length: the same
length in pieces: the same
chunks: the same
chunks in pieces: the same
small: abc  def
