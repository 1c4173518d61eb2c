--TEST--
Connecting to a name races its addresses: a refused one is passed over at once, a silent one after 250 ms, losers are closed
--EXTENSIONS--
evloop
--SKIPIF--
<?php
exec('unshare -rm true 2>&1', $output, $status);
if ($status !== 0) die('skip needs a hosts file of its own (unshare -rm)');
?>
--CONFLICTS--
all
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$hosts = tempnam(sys_get_temp_dir(), 'hosts');
file_put_contents($hosts, "127.0.0.1 localhost\n127.0.0.3 silent-first.test\n127.0.0.2 silent-first.test\n127.0.0.1 silent-first.test\n"
    . "127.0.0.4 refused-first.test\n127.0.0.2 refused-first.test\n127.0.0.3 all-silent.test\n127.0.0.1 all-silent.test\n127.0.0.4 all-refused.test\n");
$code = <<<'PHP'
require $argv[1];
use Evloop\{ConnectOptions, Socket, Timeouts};
/** Listens and fills its backlog, so that who connects gets no answer. */
function silent(string $host, int $port): array {
    $server = stream_socket_server("tcp://$host:$port", context: stream_context_create(['socket' => ['backlog' => 1]]));
    for ($i = 0; $i < 4; $i++) {
        $all[] = stream_socket_client("tcp://$host:$port", flags: STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
    }
    return [$server, $all];
}
$server = stream_socket_server('tcp://127.0.0.2:0', context: stream_context_create(['socket' => ['backlog' => 100]]));
$port = (int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$silent = [silent('127.0.0.1', $port), silent('127.0.0.3', $port)];
Evloop\delay(0.0004);
Socket::connect("tcp://127.0.0.2:$port")->close();
Evloop\delay(0.001);
$before = net_descriptors(); // the system puts 127.0.0.1 first, then as the file does
foreach (['refused-first', 'silent-first', 'all-silent', 'all-refused'] as $host) {
    $start = hrtime(true);
    try {
        $socket = Socket::connect("tcp://$host.test:$port", new ConnectOptions(timeouts: new Timeouts(connect: 0.9)));
        $result = str_replace(":$port", '', $socket->remoteAddress());
        $socket->close();
    } catch (Exception $e) {
        $result = strtr($e->getMessage(), [$port => 'PORT']);
    }
    $quarters = (hrtime(true) - $start) / 250e6;
    Evloop\delay(0.001);
    echo $host, ': ', $result, ', quarters of a second: ', $quarters < 1 ? 0 : ($quarters < 2 ? '1' : ($quarters < 3 ? 2 : '3 or more')), ', left: ', net_descriptors() - $before, "\n";
}
PHP;
$php = escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . ' -r ' . escapeshellarg($code) . ' -- ' . escapeshellarg(dirname(__DIR__) . '/include/net.inc');
passthru('unshare -rm sh -c ' . escapeshellarg("mount --bind $hosts /etc/hosts && exec $php") . ' 2>&1');
unlink($hosts);
?>
--EXPECT--
refused-first: 127.0.0.2, quarters of a second: 0, left: 0
silent-first: 127.0.0.2, quarters of a second: 2, left: 0
all-silent: connect tcp://all-silent.test:PORT failed: no answer within 0.9 seconds, quarters of a second: 3 or more, left: 0
all-refused: connect tcp://all-refused.test:PORT failed: connection refused (ECONNREFUSED), quarters of a second: 0, left: 0
