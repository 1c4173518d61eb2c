--TEST--
Http\Server: while maxConnections is reached or descriptors have run out, the clients that wait cost no CPU; then they are served
--SKIPIF--
<?php if (!is_dir('/proc/self') || !shell_exec('command -v prlimit')) die('skip needs /proc and prlimit'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

/** Seconds of CPU in one second. */
function cpu_of(TestServer $server): float
{
    $spent = function () use ($server) {
        $fields = explode(' ', preg_replace('/^.*\) /', '', file_get_contents("/proc/$server->pid/stat")));
        return ($fields[11] + $fields[12]) / 100;
    };
    $before = $spent();
    sleep(1);
    return $spent() - $before;
}

$limits = [
    'maxConnections' => fn (TestServer $server) => null,
    'descriptors' => fn (TestServer $server) => shell_exec("prlimit --pid=$server->pid --nofile=3:200"),
];
foreach ($limits as $name => $limit) {
    $server = http_server($name === 'maxConnections' ? ['maxConnections' => 1] : []);
    fwrite($first = http_connect($server), http_get('/'));
    fread($first, 1000);
    $limit($server);
    for ($waiting = []; count($waiting) < 5;) {
        fwrite($waiting[] = http_connect($server), http_get('/', 'Connection: close'));
    }
    $cpu = cpu_of($server);
    echo "$name: ", $cpu <= 0.05 ? 'rests' : "used $cpu s";
    fclose($first);
    shell_exec("prlimit --pid=$server->pid --nofile=200");
    while ($waiting) {
        echo ' ', http_statuses(http_read(array_shift($waiting)));
    }
    echo "\n";
}
?>
--EXPECT--
maxConnections: rests 200 200 200 200 200
descriptors: rests 200 200 200 200 200
