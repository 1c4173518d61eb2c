--TEST--
examples/http-server.php: page, JSON, echo, the slow route beside others, and the end by SIGTERM
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__, 2) . '/examples/http-server.php', '127.0.0.1:0');
$slow = http_connect($server);
$start = microtime(true);
fwrite($slow, http_get('/slow', 'Connection: close'));
echo substr_count(http_exchange($server, http_get('/', 'Connection: close')), '<h1>It works</h1>'), "\n";
echo strstr(http_exchange($server, http_get('/json?a=b', 'Connection: close')), '{'), "\n";
echo http_statuses(http_exchange($server, http_post('/echo', 'abc') . http_get('/none', 'Connection: close'))), "\n";
var_dump(microtime(true) - $start < 1.0);
echo substr(http_read($slow), -30);
[$status, $printed] = $server->stop();
echo $status, preg_replace('/\d+ a second/', 'N a second', strstr($printed, "\n"));
?>
--EXPECT--
1
{"method":"GET","query":{"a":"b"},"headers":{"host":["test"],"connection":["close"]}}
200 404
bool(true)
Others were served meanwhile.
0
5 requests, N a second
