--TEST--
accept() without descriptors: told once by "error", no busy loop, and it goes on by itself
--EXTENSIONS--
evloop
posix
--SKIPIF--
<?php
if (!function_exists('posix_setrlimit')) die('skip needs posix_setrlimit()');
?>
--CONFLICTS--
all
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, ServerSocket, Socket};
use function Evloop\{async, delay};

function cpu(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$address = $server->localAddress();
delay(0.0004);
// The clients: another process, whose descriptors are its own.
$client = proc_open([PHP_BINARY, '-n', '-r', '
    for ($i = 0; $i < 20; $i++) $all[] = stream_socket_client("tcp://$argv[1]");
    echo "all\n";
    foreach ($all as $one) echo fread($one, 2);', '--', $address], [1 => ['pipe', 'w']], $pipes);
stream_set_blocking($pipes[1], false);
$errors = [];
$sockets = [];
$server->on('error', function (Throwable $e, ServerSocket $from) use (&$errors, $server): void { $errors[] = $e->name . ($from === $server ? '' : '?'); });
$server->on('connection', function (Socket $socket) use (&$sockets): void { $sockets[] = $socket; });
// Room for six more, wherever the free numbers are.
$limit = array_values(array_diff(range(0, 4096), scandir('/proc/self/fd')))[6];
['soft openfiles' => $before, 'hard openfiles' => $hard] = posix_getrlimit();
$hard = $hard === 'unlimited' ? POSIX_RLIMIT_INFINITY : $hard;
posix_setrlimit(POSIX_RLIMIT_NOFILE, $limit, $hard);

while ($errors === []) {
    delay(0.01);
}
$full = count($sockets);
$cpu = cpu();
delay(1.0);
$used = cpu() - $cpu;
var_dump($full > 0 && $full < 20, $used < 0.05 ?: $used, $errors);
// Descriptors come back, a few at a time.
for ($served = 0; $served < 20; delay(0.02)) {
    for (; $sockets !== []; $served++) {
        array_pop($sockets)->end('ok');
    }
}
$server->close();
stream_set_blocking($pipes[1], true);
echo substr_count(stream_get_contents($pipes[1]), 'ok'), ' ', proc_close($client), "\n";
posix_setrlimit(POSIX_RLIMIT_NOFILE, $before === 'unlimited' ? POSIX_RLIMIT_INFINITY : $before, $hard); // for a second run in this process
?>
--EXPECT--
bool(true)
bool(true)
array(1) {
  [0]=>
  string(6) "EMFILE"
}
20 0
