--TEST--
Http\Response::file(): a gigabyte arrives whole in little memory; slow clients, clients that vanish, a file that becomes shorter
--SKIPIF--
<?php
if (!shell_exec('command -v curl')) die('skip needs curl');
if (!is_dir('/proc/self')) die('skip needs /proc');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http_files.inc';

$files = new Files();
ftruncate($file = fopen("$files->folder/giga", 'w'), 1 << 30);
for ($at = 0; $at < 1 << 30; $at += 1 << 23) {
    fseek($file, $at);
    fwrite($file, random_bytes(5000));
}
echo trim(shell_exec("curl -s -m 50 {$files->server->url('/files/giga')} | cmp - $files->folder/giga && echo the same")), "\n";
$files->put('mega', str_repeat(random_bytes(1000), 20_000));
echo $files->curl('--limit-rate 40M -o slow', 'mega'), md5_file("$files->folder/slow") === md5_file("$files->folder/mega") ? 'the same' : 'not the same', "\n";

foreach ([0, 1, 1_000_000] as $read) {
    $client = http_connect($files->server);
    fwrite($client, http_get('/files/giga') . http_get('/files/mega'));
    for ($got = 0; $got < $read && !feof($client); $got += strlen(fread($client, $read)));
    fclose($client);
}
$client = http_connect($files->server);
fwrite($client, http_get('/files/mega'));
fread($client, 1000);
ftruncate(fopen("$files->folder/mega", 'r+'), 12_000_000);
echo strlen(stream_get_contents($client)) < 12_001_000 && feof($client) ? 'cut' : 'not cut', "\n";

preg_match('/VmHWM:\s+(\d+)/', file_get_contents("/proc/{$files->server->pid}/status"), $peak);
echo $peak[1] < 64 * 1024 ? 'under 64 MiB' : "$peak[1] KiB", ' ', http_statuses($files->get('a.txt')), "\n";
for ($i = 0; $i < 20; $i++) {
    $files->get('mega', 'If-None-Match: *');
    $files->get('mega');
}
$open = array_filter(array_map(fn ($link) => (string) @readlink($link), glob("/proc/{$files->server->pid}/fd/*")),
    fn ($target) => str_starts_with($target, $files->folder));
echo $open ? implode(' ', $open) : 'no file is left open', "\n";
echo preg_replace(['/^.*\n/', '/\d+ bytes/'], ['', 'N bytes'], $files->server->stop()[1], 1);
?>
--EXPECT--
the same
the same
cut
under 64 MiB 200
no file is left open
error handler: Evloop\StreamException: A file became shorter while it was sent: N bytes are missing
