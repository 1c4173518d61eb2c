--TEST--
connect(): each wrong address and each failure has its own clear exception
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, Socket, SocketException, StreamOptions};

foreach (['127.0.0.1:80', 'tcp://', 'tcp://127.0.0.1', 'tcp://127.0.0.1:http', 'tcp://127.0.0.1:65536', 'tcp://127.0.0.1:0',
    'tcp://::1:80', 'tcp://[::1:80', 'ftp://a:1', 'udp://127.0.0.1:53', "tcp://a\0b:80"] as $uri) {
    echo str_replace("\0", '\0', net_failure(fn () => Socket::connect($uri)));
}
try {
    Socket::connect('tcp://127.0.0.1:1');
} catch (SocketException $e) {
    var_dump($e->getMessage(), $e->getCode(), $e->name);
}
echo net_failure(fn () => Socket::connect('tcp://127.0.0.1:1', new ConnectOptions(bindTo: '::1')));
echo net_failure(fn () => Socket::connect('tcp://127.0.0.1:1', new ConnectOptions(bindTo: '192.0.2.1')));
echo net_failure(fn () => Socket::connect('unix:///nowhere', new ConnectOptions(bindTo: '127.0.0.1')));
echo net_failure(fn () => Socket::connect('unix:///nowhere/at/all'));
echo str_replace("\0", '\0', net_failure(fn () => Socket::connect("unix://\0nobody")));
echo net_failure(fn () => Socket::connect('tcp://127.0.0.1:1', new StreamOptions()));
?>
--EXPECT--
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the address needs a scheme in front: tcp://, tls://, udp:// or unix://, "127.0.0.1:80" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the host of the address is empty, "tcp://" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the address needs a port at its end, as in tcp://host:80, "tcp://127.0.0.1" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the port must be a number, "tcp://127.0.0.1:http" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the port must be between 0 and 65535, "tcp://127.0.0.1:PORT" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) must have a port other than 0 to connect to, "tcp://127.0.0.1:0" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: an IPv6 address must stand in brackets, as in tcp://[::1]:80, "tcp://::1:80" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the bracket of the IPv6 address is not closed, "tcp://[::1:80" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the scheme of the address must be tcp, tls, udp or unix, "ftp://a:1" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) must begin with tcp://, tls:// or unix://, "udp://127.0.0.1:53" given
ValueError: Evloop\Socket::connect(): Argument #1 ($uri) is not a valid address: the address must not contain a NUL byte, "tcp://a" given
string(67) "connect tcp://127.0.0.1:1 failed: connection refused (ECONNREFUSED)"
int(111)
string(12) "ECONNREFUSED"
Evloop\SocketException: connect tcp://127.0.0.1:1 failed: address family not supported (EAFNOSUPPORT)
Evloop\SocketException: connect tcp://127.0.0.1:1 failed: address not available (EADDRNOTAVAIL)
Evloop\SocketException: connect unix:///nowhere failed: address family not supported (EAFNOSUPPORT)
Evloop\SocketException: connect unix:///nowhere/at/all failed: no such file or directory (ENOENT)
Evloop\SocketException: connect unix://@nobody failed: connection refused (ECONNREFUSED)
TypeError: Evloop\Socket::connect(): Argument #2 ($options) must be of type ?Evloop\ConnectOptions, Evloop\StreamOptions given
