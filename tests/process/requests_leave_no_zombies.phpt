--TEST--
One process serves many requests that leave programs running, killed or detached: no zombie and no descriptor stays
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_dir('/proc/self/fd')) die('skip needs /proc');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/cli_server.inc';

$file = __DIR__ . '/requests_leave_no_zombies.out';
file_put_contents($file, '<?php
$left = Evloop\Process::spawn(["sleep", "60"]);
$detached = Evloop\Process::spawn(["true"])->detach();
Evloop\Process::spawn(["sleep", "60"]);
$job = Evloop\Process::background(__DIR__ . "/../include/server.inc");
$_SERVER["QUERY_STRING"] === "exit" && exit("served");
$_SERVER["QUERY_STRING"] === "fatal" && str_repeat("a", 1 << 40);
echo "served";
');
$server = new CliServer($file);
$children = fn () => count(array_filter(explode(' ', trim(file_get_contents("/proc/$server->pid/task/$server->pid/children")))));
$server->get('warm');
$before = $server->descriptors();
foreach (range(1, 20) as $round) {
    foreach (['end', 'exit', 'fatal'] as $how) {
        $server->get($how);
    }
}
// Those of the last request are taken by the next one that has a loop, once they have ended.
for ($i = 0; $i < 200 && $children() > 4; $i++) {
    usleep(10000);
    $server->get('again');
}
var_dump($children() <= 4, $server->descriptors() - $before <= 1);
unset($server);
unlink($file);
?>
--EXPECT--
bool(true)
bool(true)
