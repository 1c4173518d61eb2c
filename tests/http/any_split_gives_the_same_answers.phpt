--TEST--
Http\Server: requests cut in two at every byte and sent byte by byte get the same answers
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxBody' => 10]);
$head = "Host: test\r\nTransfer-Encoding: chunked\r\n\r\n";
foreach ([
    http_get('/?a') . http_post('/echo', 'body') . http_get('/', 'Connection: close'),
    "\r\nPOST /echo HTTP/1.1\r\n{$head}3;x=\"y\"\r\nabc\r\n0\r\nT: 1\r\n\r\nGET / HTTP/1.0\r\n\r\n",
    http_get('/') . "POST /echo HTTP/1.1\r\n{$head}b\r\n01234567890\r\n0\r\n\r\n",
    http_get('/') . "GET / HTTP/1.1\r\nHost: test\r\nX: a\r\n b\r\n\r\n",
    http_get('/') . "POST /echo HTTP/1.1\r\n{$head}1\r\nab",
] as $bytes) {
    $whole = http_exchange($server, $bytes);
    $same = http_exchange($server, ...str_split($bytes)) === $whole;
    for ($at = 1; $at < strlen($bytes); $at++) {
        $same = $same && http_exchange($server, substr($bytes, 0, $at), substr($bytes, $at)) === $whole;
    }
    echo http_statuses($whole), ' ', $same ? 'the same' : 'different', "\n";
}
?>
--EXPECT--
200 200 200 the same
200 200 the same
200 413 the same
200 400 the same
200 400 the same
