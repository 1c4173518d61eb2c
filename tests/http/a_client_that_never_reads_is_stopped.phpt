--TEST--
Http\Server: a client that sends requests and never reads is stopped, not buffered
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$socket = http_connect($server);
stream_set_blocking($socket, false);
$requests = str_repeat(http_get('/big?size=1000'), 100);
$sent = 0;
do {
    $written = (int) @fwrite($socket, $requests);
    $sent += $written;
    $none = [];
    $write = [$socket];
} while ($sent < 200_000_000 && stream_select($none, $write, $none, 1));
var_dump($sent < 200_000_000);
preg_match('/^VmRSS:\s+(\d+)/m', file_get_contents("/proc/$server->pid/status"), $rss);
var_dump($rss[1] < 64 * 1024);
var_dump(http_statuses(http_exchange($server, http_get('/', 'Connection: close'))));
?>
--SKIPIF--
<?php if (!is_dir('/proc/self')) die('skip needs /proc'); ?>
--EXPECT--
bool(true)
bool(true)
string(3) "200"
