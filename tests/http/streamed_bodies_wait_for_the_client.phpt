--TEST--
Http\Server: a gigabyte from a generator arrives whole, memory bounded; a client that stops reading stops the generator
--SKIPIF--
<?php
if (!shell_exec('command -v curl')) die('skip needs curl');
if (!is_dir('/proc/self')) die('skip needs /proc');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__) . '/include/http_bodies.inc', '127.0.0.1:0');
$stopped = http_connect($server);
fwrite($stopped, http_get('/pieces?mb=2048'));
fread($stopped, 1000);

function md5_of(int $megabytes): string
{
    $hash = hash_init('md5');
    for ($i = 0; $i < $megabytes * 16; $i++) {
        hash_update($hash, str_pad((string) $i, 65536, 'x'));
    }
    return hash_final($hash);
}

foreach (['' => 1024, '--http1.0' => 50, '--limit-rate 40M' => 50] as $options => $size) {
    $sum = shell_exec("curl -s -m 50 $options " . escapeshellarg($server->url("/pieces?mb=$size")) . ' | md5sum');
    echo substr($sum, 0, 32) === md5_of($size) ? 'the same' : "not the same: $sum", "\n";
}
$peak = (int) file_get_contents($server->url('/rss'));
echo $peak < 64 * 1024 ? 'under 64 MiB' : "$peak KiB", "\n";
fclose($stopped);
echo preg_replace('/^.*\n/', '', $server->stop()[1], 1);
?>
--EXPECT--
the same
the same
the same
under 64 MiB
all
all
all
stopped early
