--TEST--
Http\Server: 1,000 pipelined requests are handled at once and answered in order, whatever the order their handlers end in
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$requests = '';
for ($n = 0; $n < 1000; $n++) {
    $requests .= http_get('/slow?n=' . $n . '&s=' . (mt_rand(0, 4) ? mt_rand(0, 50) / 1000 : 0));
}
$start = microtime(true);
$answers = http_exchange($server, $requests . http_get('/', 'Connection: close'));
preg_match_all('/slow (\d+)/', $answers, $found);
var_dump($found[1] == range(0, 999), str_ends_with($answers, 'Hello'), microtime(true) - $start < 10.0);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
