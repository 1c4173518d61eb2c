--TEST--
Http\Server::close() answers every request that has begun, says so, and ends idle connections
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
[$idle, $waiting, $partial, $kept] = [http_connect($server), http_connect($server), http_connect($server), http_connect($server)];
fwrite($kept, http_get('/'));
fread($kept, 8192);
fwrite($waiting, http_get('/slow?s=0.3&n=1'));
fwrite($partial, "GET / HTTP/1.1\r\nHo");
http_exchange($server, http_get('/', 'Connection: close')); // the others have arrived
posix_kill($server->pid, 15);
var_dump(http_read($idle), http_read($kept));
var_dump(@stream_socket_client("tcp://$server->host:$server->port"));
fwrite($partial, "st: a\r\n\r\n");
echo strtr(http_read($partial) . "\n" . http_read($waiting), ["\r" => '']), "\n";
[$status, $printed] = $server->stop(5, 0);
echo $status, strstr($printed, "\n");
?>
--EXTENSIONS--
posix
--EXPECT--
string(0) ""
string(0) ""
bool(false)
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
Connection: close

Hello
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 6
Connection: close

slow 1
0
closed
