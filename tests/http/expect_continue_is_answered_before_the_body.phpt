--TEST--
Http\Server: 100 is sent when the body is waited for, never before an earlier answer, never for a body that is refused
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxBody' => 10]);
$head = fn (int $length) => "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: $length\r\n\r\n";
$socket = http_connect($server);
fwrite($socket, http_get('/slow') . $head(3));
while (!str_contains($answers ??= '', '100 Continue') && !feof($socket)) {
    $answers .= fread($socket, 8192);
}
fwrite($socket, 'abc');
echo http_statuses($answers . http_read($socket)), "\n";
echo http_statuses(http_exchange($server, $head(3) . 'abc')), "\n";
echo http_statuses(http_exchange($server, $head(11))), "\n";
?>
--EXPECT--
200 100 200
200
413
