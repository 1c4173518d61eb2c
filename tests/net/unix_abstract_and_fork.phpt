--TEST--
Abstract names; and a forked child neither removes the path of its parent's socket nor keeps it
--EXTENSIONS--
evloop
pcntl
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip abstract names are Linux\'s');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, await};

$name = "\0evl" . getmypid();
$server = ServerSocket::listen("unix://$name");
$client = Socket::connect("unix://$name");
$accepted = $server->accept();
var_dump($server->localAddress() === $name, $client->remoteAddress() === $name, $client->localAddress());
echo strtr(net_failure(fn () => ServerSocket::listen("unix://$name")), [substr($name, 1) => 'NAME']);
$client->close();
echo strtr(net_failure(fn () => $client->write('x')), [substr($name, 1) => 'NAME']);
$server->close();
echo strtr(net_failure(fn () => Socket::connect("unix://$name")), [substr($name, 1) => 'NAME']);

$path = sys_get_temp_dir() . '/evl' . getmypid() . '.sock';
$server = ServerSocket::listen("unix://$path");
if (($child = pcntl_fork()) === 0) {
    $server->close();
    exit(0);
}
pcntl_waitpid($child, $status);
var_dump($status, file_exists($path));
$connecting = async(fn () => Socket::connect("unix://$path"));
echo get_class($server->accept()), "\n";
unset($server);
clearstatcache();
var_dump(file_exists($path));
?>
--EXPECT--
bool(true)
bool(true)
string(0) ""
Evloop\SocketException: listen on unix://@NAME failed: address already in use (EADDRINUSE)
Evloop\ClosedException: write(): the stream to NAME is closed
Evloop\SocketException: connect unix://@NAME failed: connection refused (ECONNREFUSED)
int(0)
bool(true)
Evloop\Socket
bool(false)
