--TEST--
Http\Server: HEAD, 204 and 304 have no body, and lengths as RFC 9110 says
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$head = fn ($target) => 'HEAD' . substr(http_get($target, 'Connection: close'), 3);
$get = fn ($target) => http_get($target, 'Connection: close');
foreach ([$head('/'), $get('/status?code=204&body=gone'), $get('/status?code=304&body=gone'), $get('/status?code=304'),
    $get('/status?code=200'), $head('/status?code=404&body=four'), $get('/status?code=299&body=odd')] as $request) {
    echo strtr(http_exchange($server, $request), ["\r" => '']), "--\n";
}
?>
--EXPECT--
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Connection: close

--
HTTP/1.1 204 No Content
Content-Type: text/plain; charset=utf-8
X-A: 1
X-A: 2
Connection: close

--
HTTP/1.1 304 Not Modified
Content-Type: text/plain; charset=utf-8
X-A: 1
X-A: 2
Content-Length: 4
Connection: close

--
HTTP/1.1 304 Not Modified
X-A: 1
X-A: 2
Connection: close

--
HTTP/1.1 200 OK
X-A: 1
X-A: 2
Content-Length: 0
Connection: close

--
HTTP/1.1 404 Not Found
Content-Type: text/plain; charset=utf-8
X-A: 1
X-A: 2
Content-Length: 4
Connection: close

--
HTTP/1.1 299 
Content-Type: text/plain; charset=utf-8
X-A: 1
X-A: 2
Content-Length: 3
Connection: close

odd--
