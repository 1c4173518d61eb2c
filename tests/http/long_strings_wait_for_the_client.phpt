--TEST--
Http\Server: a long string arrives whole, waits for a slow client without copies of it, and keeps its turn
--SKIPIF--
<?php
if (!shell_exec('command -v curl')) die('skip needs curl');
if (!is_dir('/proc/self')) die('skip needs /proc');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0');
foreach ([4096, 4097, 16385, 262144, 262145, 20_000_000] as $size) {
    echo $size, md5(str_repeat('t', $size)) === md5(file_get_contents($server->url("/text?size=$size"))) ? ' ' : ' differs ';
}
echo "\n";
$answers = http_exchange($server, http_get('/text?size=5000000') . http_get('/text?size=3') . 'HEAD' . substr(http_get('/text?size=300000'), 3)
    . http_get('/text', 'Connection: close'));
preg_match_all('/t{3,}+/', $answers, $bodies);
echo http_statuses($answers), ' ', implode(' ', array_map(strlen(...), $bodies[0])), ' ', substr_count($answers, "Content-Length: 300000\r\n"), "\n";
for ($i = 0; $i < 10; $i++) {
    fwrite($slow[] = http_connect($server), http_get('/one'));
}
$before = (int) file_get_contents($server->url('/rss'));
foreach ($slow as $client) {
    fwrite($client, http_get('/text?size=3000000'));
    fread($client, 1000);
}
echo (int) file_get_contents($server->url('/rss')) - $before < 10 * 4096 + 4096 ? 'little memory' : 'much memory', "\n";
?>
--EXPECT--
4096 4097 16385 262144 262145 20000000 
200 200 200 200 5000000 3 4 1
little memory
