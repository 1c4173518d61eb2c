--TEST--
Http\Server::close() cuts what is not over when the grace is
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$waiting = http_connect($server);
fwrite($waiting, http_get('/slow?s=30'));
http_exchange($server, http_get('/', 'Connection: close'));
$start = microtime(true);
posix_kill($server->pid, 15);
var_dump(http_read($waiting), round(microtime(true) - $start));
echo strstr($server->stop(10, 0)[1], "\n"); // a second signal would end it at once
?>
--EXTENSIONS--
posix
--EXPECT--
string(0) ""
float(2)

closed
error handler: Evloop\TimeoutException: Http\Server::close(): 1 requests were cut after 2 seconds
