--TEST--
Http\Server: a body that fails before its first string is answered 500, later it cuts the connection and is reported
--SKIPIF--
<?php if (!shell_exec('command -v curl')) die('skip needs curl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0');
foreach (['/broken?before=0', '/broken?before=2', '/broken?before=1&length=100', '/slowly?text=four&length=3', '/slowly?text=ab&length=3',
    '/yield?what=int', '/yield?what=null'] as $target) {
    $answer = strstr(http_exchange($server, http_get($target) . http_get('/', 'Connection: close')), "\r\n\r\n");
    echo strtr(substr($answer, 4, 48), ["\r\n" => '|', "\n" => '']), "\n";
}
foreach (['--http1.1' => 18, '--http1.0' => 56] as $version => $expected) {
    exec("curl -s -m 10 -o /dev/null $version " . escapeshellarg($server->url('/broken?before=1')), $output, $status);
    echo "curl $version: ", $status === $expected ? 'sees it' : "ends with $status", "\n";
}
echo preg_replace('/^.*\n/', '', $server->stop()[1], 1);
?>
--EXPECT--
500 Internal Server ErrorHTTP/1.1 200 OK|Conte
7|piece 0|7|piece 1|
piece 0
fou
ab
500 Internal Server ErrorHTTP/1.1 200 OK|Conte
500 Internal Server ErrorHTTP/1.1 200 OK|Conte
curl --http1.1: sees it
curl --http1.0: sees it
error handler: DomainException: broken after 0
error handler: DomainException: broken after 2
error handler: DomainException: broken after 1
error handler: ValueError: The body of an answer is longer than its Content-Length
error handler: ValueError: The body of an answer is shorter than its Content-Length
error handler: TypeError: The body of an answer must yield strings, int yielded
error handler: TypeError: The body of an answer must yield strings, null yielded
error handler: DomainException: broken after 1
error handler: DomainException: broken after 1
