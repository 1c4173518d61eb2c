--TEST--
listen(): each wrong address and each failure has its own clear exception
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, ServerSocket, SocketException};

foreach (['', 'tcp://127.0.0.1:-1', 'tcp://127.0.0.1:70000', 'unix://', "unix:///tmp/a\0b", 'unix:///' . str_repeat('x', 107), "unix://\0", 'udp://[::1]:1'] as $uri) {
    echo str_replace(["\0", str_repeat('x', 107)], ['\0', 'x...'], net_failure(fn () => ServerSocket::listen($uri)));
}
$server = ServerSocket::listen('tcp://127.0.0.1:0');
try {
    ServerSocket::listen('tcp://' . $server->localAddress());
} catch (SocketException $e) {
    echo str_replace($server->localAddress(), 'ADDRESS', $e->getMessage()), ' ', $e->name, "\n";
}
echo net_failure(fn () => ServerSocket::listen('tcp://192.0.2.1:0'));
echo net_failure(fn () => ServerSocket::listen('unix:///nowhere/at/all'));

$shared = ServerSocket::listen('tcp://127.0.0.1:0', new ListenOptions(reusePort: true));
$other = ServerSocket::listen('tcp://' . $shared->localAddress(), new ListenOptions(reusePort: true));
var_dump($shared->localAddress() === $other->localAddress());
$address = $server->localAddress();
$server->close();
var_dump(ServerSocket::listen("tcp://$address")->localAddress() === $address, $server->localAddress() === $address);
?>
--EXPECT--
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the address needs a scheme in front: tcp://, tls://, udp:// or unix://, "" given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the port must be a number, "tcp://127.0.0.1:-1" given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the port must be between 0 and 65535, "tcp://127.0.0.1:PORT" given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the path of the socket is empty, "unix://" given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the address must not contain a NUL byte, "unix:///tmp/a" given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the path of the socket is too long, "unix:///x..." given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) is not a valid address: the abstract name of the socket is empty, "unix://" given
ValueError: Evloop\ServerSocket::listen(): Argument #1 ($uri) must begin with tcp://, tls:// or unix://, "udp://[::1]:1" given
listen on tcp://ADDRESS failed: address already in use (EADDRINUSE) EADDRINUSE
Evloop\SocketException: listen on tcp://192.0.2.1:0 failed: address not available (EADDRNOTAVAIL)
Evloop\SocketException: listen on unix:///nowhere/at/all failed: no such file or directory (ENOENT)
bool(true)
bool(true)
bool(true)
