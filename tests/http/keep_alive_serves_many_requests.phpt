--TEST--
Http\Server: a connection stays open until somebody asks to close it
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$socket = http_connect($server);
for ($i = 0; $i < 3; $i++) {
    fwrite($socket, http_get('/'));
    while (($line = fgets($socket)) !== "\r\n") {
        echo str_starts_with($line, 'Date: ') ? "Date\n" : rtrim($line) . "\n";
    }
    echo fread($socket, 5), "\n";
}
fwrite($socket, http_get('/', 'Connection: close'));
echo strtr(http_read($socket), ["\r" => '']), "\n";
?>
--EXPECT--
HTTP/1.1 200 OK
Date
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Hello
HTTP/1.1 200 OK
Date
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Hello
HTTP/1.1 200 OK
Date
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Hello
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Connection: close

Hello
