--TEST--
Http\Server: bombs have their status, take less than 8 MiB and 0.1 s of CPU each, and nothing behind them is read
--SKIPIF--
<?php if (!is_dir('/proc/self')) die('skip needs /proc'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

/** Seconds of CPU, and the most memory in KiB. */
function spent(TestServer $server): array
{
    $fields = explode(' ', preg_replace('/^.*\) /', '', file_get_contents("/proc/$server->pid/stat")));
    preg_match('/^VmHWM:\s+(\d+)/m', file_get_contents("/proc/$server->pid/status"), $most);
    return [($fields[11] + $fields[12]) / 100, (int) $most[1]];
}

$slow = (int) (getenv('EVLOOP_TEST_SLOW') ?: 1);
$server = http_server();
http_exchange($server, http_get('/', 'Connection: close'));
$chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
foreach ([
    'lines' => "GET / HTTP/1.1\r\nHost: a\r\n" . str_repeat("a: b\r\n", 100_000), 'line' => "GET / HTTP/1.1\r\nHost: a\r\nA: " . str_repeat('a', 1 << 20),
    'name' => "GET / HTTP/1.1\r\nHost: a\r\n" . str_repeat('a', 1 << 20), 'target' => 'GET /' . str_repeat('a', 1 << 20),
    'method' => str_repeat('A', 1 << 20), 'empty lines' => str_repeat("\r\n", 100_000), 'length' => "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " . str_repeat('9', 60_000) . "\r\n\r\n",
    'codings' => "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " . str_repeat('chunked,', 8000) . "\r\n\r\n",
    'zeros' => $chunked . str_repeat('0', 1 << 20), 'huge chunk' => "{$chunked}ffffffffffffffff\r\n" . str_repeat('a', 1 << 20),
    'small chunks' => $chunked . str_repeat("1\r\na\r\n", 100_000) . "\r\n", 'extensions' => $chunked . str_repeat("1;a=b\r\na\r\n", 100_000),
    'extension' => "{$chunked}1;" . str_repeat('a', 1 << 20), 'trailers' => "{$chunked}0\r\n" . str_repeat("a: b\r\n", 100_000), 'trailer' => "{$chunked}0\r\na:" . str_repeat('b', 1 << 20),
] as $name => $bytes) {
    [$cpu, $most] = spent($server);
    $answers = http_exchange($server, $bytes . http_get('/smuggled'));
    [$cpu2, $most2] = spent($server);
    echo "$name: ", http_statuses($answers), $cpu2 - $cpu <= 0.1 * $slow ? '' : ' slow', $most2 - $most < 8192 * $slow ? '' : ' large', "\n";
}
?>
--EXPECT--
lines: 431
line: 431
name: 431
target: 414
method: 501
empty lines: 400
length: 413
codings: 400
zeros: 400
huge chunk: 413
small chunks: 400
extensions: 400
extension: 400
trailers: 431
trailer: 431
