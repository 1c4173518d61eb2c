--TEST--
Unix sockets with PHP's own streams at the other end, both ways, a megabyte each
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, await};

$path = sys_get_temp_dir() . '/evl' . getmypid() . '.sock';
$data = random_bytes(1 << 20);

$server = ServerSocket::listen("unix://$path");
$peer = stream_socket_client("unix://$path");
$socket = $server->accept();
stream_set_blocking($peer, false);
$writing = async(fn () => $socket->end($data));
$got = '';
while (!feof($peer)) {
    $got .= fread($peer, 65536);
    Evloop\suspend();
}
var_dump($got === $data);
$server->close();

$server = stream_socket_server("unix://$path");
$socket = Socket::connect("unix://$path");
$peer = stream_socket_accept($server);
$reading = async(fn () => $socket->readAll());
stream_set_blocking($peer, false);
for ($sent = 0; $sent < strlen($data); Evloop\suspend()) {
    $sent += fwrite($peer, substr($data, $sent, 65536));
}
fclose($peer);
var_dump(await($reading) === $data);
unlink($path);
?>
--EXPECT--
bool(true)
bool(true)
