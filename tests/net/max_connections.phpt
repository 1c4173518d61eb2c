--TEST--
maxConnections: further connections wait until one is closed or its object is gone
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, ServerSocket};
use function Evloop\async;

$server = ServerSocket::listen('tcp://127.0.0.1:0', new ListenOptions(maxConnections: 2));
for ($i = 0; $i < 5; $i++) {
    $clients[] = stream_socket_client('tcp://' . $server->localAddress());
}
$a = $server->accept();
$b = $server->accept();
echo net_failure(fn () => $server->accept(0.01));
$a->close();
$a->close();
$c = $server->accept();
echo net_failure(fn () => $server->accept(0.01));
async(function () use (&$b) { $b = null; });
$d = $server->accept(1.0);
$server->close();
unset($server);
$c->write('still there');
$c->drain();
echo fread($clients[2], 100), "\n";
$c->close();
unset($d);
echo "done\n";
?>
--EXPECT--
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.01 seconds
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.01 seconds
still there
done
