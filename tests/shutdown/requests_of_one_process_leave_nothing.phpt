--TEST--
One process serves hundreds of requests, however they end: no memory map, descriptor or memory is left
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_dir('/proc/self/fd')) die('skip needs /proc');
?>
--FILE--
<?php
require __DIR__ . '/../include/cli_server.inc';

$server = new CliServer(__DIR__ . '/../include/cli_server_requests.inc');
$kinds = ['stop', 'exit', 'exit in coroutine', 'exception', 'exception in coroutine', 'memory', 'memory in coroutine', 'fatal',
    'fatal in coroutine', 'fatal in a nested Fiber', 'queued'];
for ($round = 0; $round < 25; $round++) {
    foreach ($kinds as $kind) {
        $answer = $server->get(rawurlencode($kind));
        if (!str_starts_with($answer, 'served')) {
            echo "$kind: $answer\n";
        }
    }
    if ($round === 4) {
        $before = [$server->memoryMaps(), $server->descriptors(), $server->residentKilobytes()];
    }
}
for ($i = 0; $i < 200 && $server->descriptors() > $before[1]; $i++) {
    usleep(10000); // the last connection may still be on its way out
}
$maps = $server->memoryMaps() - $before[0];
$descriptors = $server->descriptors() - $before[1];
$kilobytes = $server->residentKilobytes() - $before[2];
echo $maps <= 2 ? "maps constant\n" : "$maps maps more\n";
echo $descriptors <= 0 ? "descriptors constant\n" : "$descriptors descriptors more\n";
echo $kilobytes < 1024 ? "memory constant\n" : "$kilobytes KB more\n";
?>
--EXPECT--
maps constant
descriptors constant
memory constant
