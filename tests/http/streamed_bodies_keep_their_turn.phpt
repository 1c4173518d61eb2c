--TEST--
Http\Server: a streamed answer begins when its turn comes, others wait behind it, and others' connections go on
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0');
$client = http_connect($server);
fwrite($client, http_get('/slowly?text=ab&s=0.05&length=2') . http_get('/text?size=3') . http_get('/slowly?text=cd&length=2')
    . 'HEAD' . substr(http_get('/forever'), 3) . http_get('/slowly?text=efg&s=0.01') . http_get('/text', 'Connection: close'));
$long = http_connect($server);
fwrite($long, http_get('/forever'));
$answers = http_exchange($server, http_get('/', 'Connection: close'));
echo str_contains($answers, 'Hello') ? "others go on\n" : $answers;
fclose($long);
$kept = preg_replace('~HTTP/1.1 200 OK\r\n(?:Content-Type: .*\r\n)?(?:Content-Length: \d+\r\n|Transfer-Encoding: chunked\r\n)?~', '<', http_read($client));
echo strtr($kept, ["\r" => '', "\n" => '|']), "\n";

$closing = http_connect($server);
fwrite($closing, http_get('/slowly?text=closing&s=0.1&length=7'));
do {
    $started = ($started ?? '') . fread($closing, 1);
} while (!str_ends_with($started, "\r\n\r\nc"));
[$status, $printed] = $server->stop();
echo $status, ' ', stream_get_contents($closing), "\n";
?>
--EXPECT--
others go on
<|ab<|ttt<|cd<|<|1|e|1|f|1|g|0||<Connection: close||tttt
0 losing
