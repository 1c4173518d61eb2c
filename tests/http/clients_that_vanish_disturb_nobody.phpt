--TEST--
Http\Server: clients that vanish at any point leave nothing behind
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$bytes = http_post('/echo', 'body') . http_get('/slow?s=0.01') . http_get('/big?size=300000') . http_get('/');
for ($at = 0; $at <= strlen($bytes); $at++) {
    $socket = http_connect($server);
    fwrite($socket, substr($bytes, 0, $at));
    if ($at % 2) {
        stream_set_blocking($socket, false);
        fread($socket, 10);
    }
    fclose($socket);
}
$deadline = microtime(true) + 5;
do {
    $stats = json_decode(strstr(http_exchange($server, http_get('/stats', 'Connection: close')), '{'));
} while (($stats->connections > 1 || $stats->inFlight > 1) && microtime(true) < $deadline);
echo "$stats->connections connection, $stats->inFlight in flight\n";
[$status, $printed] = $server->stop();
echo $status, strstr($printed, "\n");
?>
--EXPECT--
1 connection, 1 in flight
0
closed
