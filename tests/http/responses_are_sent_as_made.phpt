--TEST--
Http\Response: what each way of making one sends
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\Response;

$kept = new Response(200, ['X-N' => 1, 'x-list' => ['a', 2.5]], 'kept');
$responses = [
    Response::json(['ü' => '/', 'n' => [1, null, 2.5]], 201, ['X' => 'y']),
    Response::json([], 200, ['content-type' => 'application/problem+json']),
    Response::html('<p>'),
    Response::text('text'),
    Response::redirect('/there?a=b', 308),
    $kept,
    $kept->withHeader('X-n', ['2', '3'])->withHeader('200', 'ok'),
    $kept,
    new Response(200, ['Date' => 'then', 'Server' => 'mine', 'Content-Type' => 'x/y', 'Connection' => 'Upgrade, close'], 'own'),
];
$count = count($responses);
$answers = http_run(function () use (&$responses) {
    return array_shift($responses);
}, str_repeat(http_get('/'), $count), $count);
echo strtr($answers, ["\r" => '', 'HTTP' => "\nHTTP"]), "\n";
var_dump($kept->status, $kept->headers, Response::html('')->headers);
?>
--EXPECT--

HTTP/1.1 201 Created
X: y
Content-Type: application/json
Content-Length: 27

{"ü":"/","n":[1,null,2.5]}
HTTP/1.1 200 OK
content-type: application/problem+json
Content-Length: 2

[]
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 3

<p>
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 4

text
HTTP/1.1 308 Permanent Redirect
Location: /there?a=b
Content-Length: 0


HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
X-N: 1
x-list: a
x-list: 2.5
Content-Length: 4

kept
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
x-list: a
x-list: 2.5
X-n: 2
X-n: 3
200: ok
Content-Length: 4

kept
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
X-N: 1
x-list: a
x-list: 2.5
Content-Length: 4

kept
HTTP/1.1 200 OK
Server: mine
Content-Type: x/y
Content-Length: 3
Connection: close

own
int(200)
array(2) {
  ["X-N"]=>
  int(1)
  ["x-list"]=>
  array(2) {
    [0]=>
    string(1) "a"
    [1]=>
    float(2.5)
  }
}
array(1) {
  ["Content-Type"]=>
  string(24) "text/html; charset=utf-8"
}
