--TEST--
Http\Server: a client that vanishes ends the iteration: before the first string, between two, before its turn, while it is not read
--SKIPIF--
<?php if (!extension_loaded('sockets')) die('skip needs ext-sockets'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0');
$reset = function (string $request, int $read) use ($server): void {
    $client = socket_create(AF_INET, SOCK_STREAM, 0);
    socket_connect($client, $server->host, $server->port);
    socket_write($client, $request);
    $read && socket_recv($client, $bytes, $read, MSG_WAITALL);
    socket_set_option($client, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
    socket_close($client);
};
$reset(http_get('/forever'), 0);
$reset(http_get('/forever'), 1000);
$reset(http_get('/slowly?text=abc&s=0.02') . http_get('/forever'), 0);
$reset(http_get('/forever') . http_get('/forever'), 200);
$reset(http_get('/pieces?mb=100'), 1);
$reset(http_get('/pieces?mb=100'), 3_000_000);
$closed = http_connect($server);
fwrite($closed, http_get('/forever'));
fread($closed, 200);
fclose($closed);
$deadline = microtime(true) + 5;
do {
    $answer = http_exchange($server, http_get('/', 'Connection: close'));
} while (!str_contains($answer, 'Hello') && microtime(true) < $deadline);
[$status, $printed] = $server->stop();
echo $status, ' ', substr_count($printed, "forever is over\n"), ' ', substr_count($printed, "stopped early\n"), ' ',
    str_contains($printed, 'error') ? $printed : 'silent', "\n";
?>
--EXPECTREGEX--
0 [34] 2 silent
