--TEST--
unix:// paths: addresses, mode, a dead file is replaced, a living one and what is no socket are not
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, ServerSocket, Socket};

$path = sys_get_temp_dir() . '/evl' . getmypid() . '.sock';
$uri = "unix://$path";
$fail = fn (callable $call) => print(str_replace($path, 'PATH', net_failure($call)));

$dead = stream_socket_server($uri);
fclose($dead);
var_dump(filetype($path));
$server = ServerSocket::listen($uri, new ListenOptions(unixMode: 0600, backlog: 1));
clearstatcache();
printf("%o %s\n", fileperms($path) & 0777, $server->localAddress() === $path ? 'same' : 'other');

$client = Socket::connect($uri);
$accepted = $server->accept();
var_dump($client->remoteAddress() === $path, $client->localAddress(), $accepted->localAddress() === $path, $accepted->remoteAddress());
$accepted->setNoDelay(true)->setKeepAlive(true);
$client->write("over\n");
echo $accepted->readLine(), "\n";
$fail(fn () => ServerSocket::listen($uri));
$server->close();
clearstatcache();
var_dump(file_exists($path));
$client->end('still connected');
echo $accepted->readAll(), "\n";

touch($path);
$fail(fn () => ServerSocket::listen($uri));
$fail(fn () => Socket::connect($uri));
unlink($path);

// What lies there later is not ours.
$server = ServerSocket::listen($uri);
rename($path, "$path.moved");
touch($path);
$server->close();
clearstatcache();
var_dump(filetype($path), filetype("$path.moved"));
unlink($path);
unlink("$path.moved");
?>
--EXPECT--
string(6) "socket"
600 same
bool(true)
string(0) ""
bool(true)
string(0) ""
over
Evloop\SocketException: listen on unix://PATH failed: address already in use (EADDRINUSE)
bool(false)
still connected
Evloop\SocketException: listen on unix://PATH failed: address already in use (EADDRINUSE)
Evloop\SocketException: connect unix://PATH failed: connection refused (ECONNREFUSED)
string(4) "file"
string(6) "socket"
