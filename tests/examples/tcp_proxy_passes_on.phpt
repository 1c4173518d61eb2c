--TEST--
examples/tcp-proxy.php: both ways, half-close and all, before the echo server; and a target that is not there
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';
use Evloop\Socket;
use function Evloop\{async, await, gather};

$examples = dirname(__DIR__, 2) . '/examples';
$echo = new TestServer("$examples/echo-server.php", '127.0.0.1:0');
$proxy = new TestServer("$examples/tcp-proxy.php", "tcp://$echo->host:$echo->port", '127.0.0.1:0');
$same = gather(array_map(fn () => function () use ($proxy) {
    $data = random_bytes(1 << 20);
    $socket = Socket::connect("tcp://$proxy->host:$proxy->port");
    $sending = async(fn () => $socket->end($data));
    return $socket->readAll() === $data;
}, range(1, 5)));
var_dump(array_sum($same));
[$status, $printed] = $echo->stop();
echo $status, ' ', strrchr(rtrim($printed), "\n"), "\n";
var_dump(Socket::connect("tcp://$proxy->host:$proxy->port")->readAll());
[$status, $printed] = $proxy->stop();
echo $status, preg_replace('/:\d+/', ':PORT', $printed);
?>
--EXPECT--
int(5)
0 
5 connections, 5242880 bytes echoed
string(0) ""
0Listening on 127.0.0.1:PORT (stop with Ctrl-C)
connect tcp://127.0.0.1:PORT failed: connection refused (ECONNREFUSED)
6 connections
