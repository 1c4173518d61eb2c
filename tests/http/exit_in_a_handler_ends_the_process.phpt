--TEST--
Http\Server: exit() in a handler ends the process with its code, others waiting or not
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$waiting = http_connect($server);
fwrite($waiting, http_get('/slow?s=9'));
var_dump(http_exchange($server, http_get('/exit')));
var_dump($server->stop(5, 0)[0]);
?>
--EXPECT--
string(0) ""
int(7)
