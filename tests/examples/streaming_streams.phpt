--TEST--
examples/streaming.php: events until the reader leaves, a long CSV whole, words one by one
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__, 2) . '/examples/streaming.php', '127.0.0.1:0');
$reader = http_connect($server);
fwrite($reader, http_get('/events'));
do {
    $events = ($events ?? '') . fread($reader, 8192);
} while (substr_count($events, 'data:') < 2);
echo preg_match('~text/event-stream.*id: 0\ndata: \d\d:\d\d:\d\d\n\n.*id: 1\n~s', $events), "\n";
fclose($reader);
$rows = file_get_contents($server->url('/rows.csv'));
echo substr_count($rows, "\n"), substr($rows, -22), file_get_contents($server->url('/words')), "\n";
echo http_statuses(http_exchange($server, http_get('/') . http_get('/none', 'Connection: close'))), "\n";
[$status, $printed] = $server->stop();
echo $status, preg_replace('/\d+ events/', 'N events', strstr($printed, "\n"));
?>
--EXPECT--
1
10000011000000,1000000000000
a generator is an answer, too 
200 404
0
the reader of /events left after N events
