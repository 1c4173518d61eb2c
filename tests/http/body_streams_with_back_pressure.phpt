--TEST--
Http\Request::body() streams: the handler starts with the head, the client is stopped while nobody reads
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxBody' => 1 << 30]);
$socket = http_connect($server);
$body = str_repeat(random_bytes(1024), 1024);
fwrite($socket, "POST /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
while (!preg_match('/"inFlight":2/', http_exchange($server, http_get('/stats', 'Connection: close')))) {
}
echo "the handler runs\n";
foreach (str_split($body, 50_001) as $piece) {
    fwrite($socket, dechex(strlen($piece)) . "\r\n$piece\r\n");
}
fwrite($socket, "0\r\n\r\n");
echo str_contains(http_read($socket), "1048576 " . hash('crc32b', $body)) ? "the same\n" : "differs\n";

$socket = http_connect($server);
fwrite($socket, "POST /lazy?s=0.5 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 80000000\r\n\r\n");
stream_set_blocking($socket, false);
$start = microtime(true);
$sent = $stopped = 0;
while ($sent < 80000000) {
    $sent += $now = (int) fwrite($socket, str_repeat('x', min(65536, 80000000 - $sent)));
    if (!$now && microtime(true) - $start < 0.4) {
        $stopped = max($stopped, $sent);
        usleep(1000);
    }
}
echo $stopped > 0 && $stopped < 20_000_000 ? "stopped\n" : "not stopped: $stopped\n";
stream_set_blocking($socket, true);
echo substr(http_read($socket), -13), "\n";
?>
--EXPECT--
the handler runs
the same
stopped
read 80000000
