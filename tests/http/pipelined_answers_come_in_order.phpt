--TEST--
Http\Server: pipelined requests are handled at once and answered in order
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$requests = '';
for ($n = 0; $n < 20; $n++) {
    $requests .= http_get('/slow?n=' . $n . '&s=' . ($n % 5 ? (20 - $n) / 100 : 0));
}
$start = microtime(true);
$answers = http_exchange($server, $requests . http_get('/', 'Connection: close'));
preg_match_all('/slow (\d+)/', $answers, $found);
echo implode(' ', $found[1]), "\n";
var_dump(str_ends_with($answers, 'Hello'), microtime(true) - $start < 1.0);
?>
--EXPECT--
0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19
bool(true)
bool(true)
