--TEST--
A connect that nobody answers ends with the timeout, by default for all of it
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, Socket, Timeouts};

// The accept queue of one is filled: further connections get no answer.
$server = stream_socket_server('tcp://127.0.0.1:0', context: stream_context_create(['socket' => ['backlog' => 1]]));
$address = stream_socket_get_name($server, false);
for ($i = 0; $i < 4; $i++) {
    $clients[] = stream_socket_client("tcp://$address", flags: STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
}
$start = hrtime(true);
for ($i = 0; $i < 3; $i++) {
    echo net_failure(fn () => Socket::connect("tcp://$address", new ConnectOptions(timeouts: new Timeouts(connect: 0.05))));
    $descriptors[] = net_descriptors();
}
var_dump(hrtime(true) - $start >= 15e7, $descriptors[2] === $descriptors[0]);
?>
--EXPECT--
Evloop\TimeoutException: connect tcp://127.0.0.1:PORT failed: no answer within 0.05 seconds
Evloop\TimeoutException: connect tcp://127.0.0.1:PORT failed: no answer within 0.05 seconds
Evloop\TimeoutException: connect tcp://127.0.0.1:PORT failed: no answer within 0.05 seconds
bool(true)
bool(true)
