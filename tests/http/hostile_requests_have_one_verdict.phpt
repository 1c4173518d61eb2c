--TEST--
Http\Server: hostile requests whole, cut in two at every byte and byte by byte have the same verdict, and nothing behind them is read
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxBody' => 20, 'maxTrailers' => 40]);
$te = "Transfer-Encoding: chunked";
$post = fn (string $lines, string $rest = "0\r\n\r\n") => "POST /echo HTTP/1.1\r\nHost: a\r\n$lines\r\n\r\n$rest";
$get = fn (string $start, string $lines = '') => "$start\r\n{$lines}Connection: close\r\n\r\n";
$cases = [
    'CL.TE' => [$post("Content-Length: 6\r\n$te", "0\r\n\r\nG")], 'TE.CL' => [$post("$te\r\nContent-Length: 3", "1\r\nZ\r\nQ\r\n\r\n")],
    'TE.TE' => [$post("$te\r\n$te"), $post("$te\r\nTransfer-Encoding: identity"), $post("Transfer-Encoding: xchunked"), $post("Transfer-Encoding:\tchunked\x0b"),
        $post("Transfer-Encoding: identity, chunked"), $post("Transfer-Encoding: chunked, chunked"), $post('Transfer-Encoding: "chunked"'), $post("Transfer-Encoding:")],
    'lengths' => [$post("Content-Length: 5\r\nContent-Length: 6"), $post("Content-Length: 5, 6"), $post("Content-Length: +5"), $post("Content-Length: -5"),
        $post("Content-Length: 0x5"), $post("Content-Length: 5 5"), $post("Content-Length: 5e1"), $post("Content-Length: "), $post("Content-Length: 18446744073709551621")],
    'lines' => [$post("X: a\r\n b"), $post("X: a\r\n\tContent-Length: 5"), "POST /echo HTTP/1.1\nHost: a\n\n", $post("X: a\rb"), $post("X: a\nY: b"), $post("X: a\0"),
        $post("X : a"), $post(" X: a"), $post("$te : x"), $post("X"), $post(": a"), "GET / HTTP/1.1\r\n Host: a\r\n\r\n", $post("X\0: a"), $post("X\xff: a")],
    'hosts' => [$post("Host: a"), $post("Host: b"), "GET / HTTP/1.1\r\nX: a\r\n\r\n", $get("GET http://b/ HTTP/1.1", "Host: a\r\n"), $get("GET / HTTP/1.1", "Host: a b\r\n"),
        $get("GET http://a@b/ HTTP/1.1", "Host: b\r\n")],
    'chunks' => [$post($te, "0x1\r\na\r\n"), $post($te, "+1\r\na\r\n"), $post($te, "-1\r\n"), $post($te, " 1\r\na\r\n"), $post($te, "1 \r\na\r\n"), $post($te, "1\na\n"), $post($te, "1\r\na\n0\r\n"),
        $post($te, "1\r\nab0\r\n"), $post($te, "1\r\na0\r\n\r\n"), $post($te, "\r\n"), $post($te, ";a\r\n"), $post($te, "g\r\n"), $post($te, "00000000000000001\r\na\r\n"), $post($te, "fffffffffffffffff\r\n")],
    'extensions' => [$post($te, "1;\r\na"), $post($te, "1;a\nb\r\na"), $post($te, "1;a=\"\r\n\"\r\na"), $post($te, "1;a=\x01\r\na"), $post($te, "1;a\rb\r\n"), $post($te, "1,a\r\na")],
    'trailers' => [$post($te, "0\r\nContent-Length: 5\r\n\r\n"), $post($te, "0\r\n$te\r\n\r\n"), $post($te, "0\r\nHost: b\r\n\r\n"), $post($te, "0\r\nX: a\r\n b\r\n\r\n"), $post($te, "0\r\nX: a\n\r\n"),
        $post($te, "0\r\nX : a\r\n\r\n"), $post($te, "0\r\nX: " . str_repeat('x', 40) . "\r\n\r\n")],
    'sizes' => [$post('Content-Length: 21'), $post($te, "15\r\n"), $post($te, "a\r\n0123456789\r\nb\r\n"), $post($te, "7fffffffffffffff\r\n")],
    'starts' => ["\r\n\r\n\r\nGET / HTTP/1.1\r\n", "GET / HTTP/1.1 \r\n", "GET /\0 HTTP/1.1\r\n", "G@T / HTTP/1.1\r\n", "GET / http/1.1\r\n", "GET / HTTP/2.0\r\n", "GET / HTTP/1.10\r\n", "GET a HTTP/1.1\r\n",
        "GET * HTTP/1.1\r\n\r\n", "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    'right' => [$get('OPTIONS * HTTP/1.1', "Host: a\r\n"), $get('GET http://a/x HTTP/1.1', "Host: a\r\n"), $get('GET / HTTP/1.0'), $get('GET / HTTP/1.1', "Host: a\r\nUpgrade: h2c\r\n"),
        $post("$te\r\nConnection: close", "1;a=\"\\\"\";b\r\na\r\n0\r\nX: y\r\n\r\n"), $post("Content-Length: 2\r\nContent-Length: 2\r\nConnection: close", 'ab')],
];
foreach ($cases as $name => $requests) {
    echo "$name:";
    foreach ($requests as $request) {
        $bytes = $request . http_get('/smuggled', 'Connection: close');
        $whole = http_exchange($server, $bytes);
        $same = http_exchange($server, ...str_split($bytes)) === $whole;
        for ($at = 1; $at < strlen($request); $at++) {
            $same = $same && http_exchange($server, substr($bytes, 0, $at), substr($bytes, $at)) === $whole;
        }
        echo ' ', http_statuses($whole), $same ? '' : ' (differs)';
    }
    echo "\n";
}
?>
--EXPECT--
CL.TE: 400
TE.CL: 400
TE.TE: 400 400 501 400 501 400 400 400
lengths: 400 400 400 400 400 400 400 400 413
lines: 400 400 400 400 400 400 400 400 400 400 400 400 400 400
hosts: 400 400 400 400 400 400
chunks: 400 400 400 400 400 400 400 400 400 400 400 400 400 413
extensions: 400 400 400 400 400 400
trailers: 400 400 400 400 400 400 431
sizes: 413 413 413 413
starts: 400 400 400 400 400 505 400 400 400 501 505
right: 200 200 200 200 200 200
