--TEST--
Http\ServerOptions: requests and connections at once, requests of a connection, the Server header
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxInFlight' => 2, 'serverName' => 'tests']);
$answers = http_exchange($server, str_repeat(http_get('/slow'), 3) . http_get('/') . http_get('/'));
echo http_statuses($answers), "\n", strtr(strstr($answers, 'HTTP/1.1 503'), ["\r" => '']), "\n";
$server = http_server(['maxRequestsPerConnection' => 4]);
echo http_statuses(http_exchange($server, str_repeat(http_get('/'), 6))), "\n";

$server = http_server(['maxConnections' => 1]);
$first = http_connect($server);
$second = http_connect($server);
fwrite($second, http_get('/', 'Connection: close'));
fwrite($first, http_get('/stats', 'Connection: close'));
echo strstr(http_read($first), '{'), "\n";
echo http_statuses(http_read($second)), "\n";

$server = http_server(['maxPipelined' => 3]);
$socket = http_connect($server);
fwrite($socket, http_get('/') . str_repeat(http_get('/slow?s=0.3'), 5) . http_get('/', 'Connection: close'));
echo http_statuses(fgets($socket)), strstr(http_exchange($server, http_get('/stats', 'Connection: close')), '{'), "\n";
echo http_statuses(http_read($socket)), "\n";
?>
--EXPECT--
200 200 503
HTTP/1.1 503 Service Unavailable
Server: tests
Content-Type: text/plain; charset=utf-8
Retry-After: 1
Content-Length: 24
Connection: close

503 Service Unavailable

200 200 200 200
{"connections":1,"accepted":1,"inFlight":1,"requests":0,"refused":0,"cut":0}
200
200{"connections":2,"accepted":2,"inFlight":4,"requests":1,"refused":0,"cut":0}
200 200 200 200 200 200
