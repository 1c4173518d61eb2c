--TEST--
Http\Server: after bodyTimeout without a byte taken a streamed answer is cut; who reads slowly but steadily is not
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$folder = sys_get_temp_dir() . '/evloop-stuck-' . getmypid();
mkdir($folder);
file_put_contents("$folder/mega", str_repeat('x', 30_000_000));
$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0', $folder, '{"bodyTimeout":1.2,"headTimeout":0.5}');
foreach (['/pieces?mb=60', '/files/mega', '/text?size=30000000'] as $target) {
    foreach ([http_get($target), http_get($target) . 'GET / HTTP'] as $request) {
        fwrite($stuck[] = http_connect($server), $request);
    }
}
$steady = http_connect($server);
fwrite($steady, http_get('/pieces?mb=30', 'Connection: close'));
$start = microtime(true);
$got = 0;
while (!feof($steady)) {
    $got += strlen(fread($steady, 65536));
    if (microtime(true) - $start < 4.0) {
        usleep(20_000);
    }
}
echo $got > 30 << 20 ? "all\n" : "cut after $got bytes\n";
$cut = 0;
foreach ($stuck as $client) {
    $cut += strlen(@stream_get_contents($client)) < 30_000_000;
}
echo $cut, "\n";
unlink("$folder/mega");
rmdir($folder);
echo preg_replace('/^.*\n/', '', $server->stop()[1], 1);
?>
--EXPECT--
all
6
stopped early
stopped early
all
