--TEST--
connect() to a Unix socket whose backlog is full waits for room, and its timeout ends that
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip elsewhere it is refused');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, Socket, Timeouts};
use function Evloop\{async, await, delay};

$uri = "unix://\0evl" . getmypid();
$server = stream_socket_server($uri, context: stream_context_create(['socket' => ['backlog' => 1]]));
$clients = [Socket::connect($uri), Socket::connect($uri)];
echo preg_replace('/evl\d+/', 'NAME', net_failure(fn () => Socket::connect($uri, new ConnectOptions(timeouts: new Timeouts(connect: 0.03)))));
delay(0.0004); // makes the loop's own descriptors
$before = net_descriptors();
$waiting = async(fn () => Socket::connect($uri));
delay(0.03);
var_dump($waiting->isFinished(), net_descriptors() - $before);
$accepted = stream_socket_accept($server);
var_dump(get_class(await($waiting)));
$cancelled = async(fn () => Socket::connect($uri));
delay(0.01);
$cancelled->cancel();
echo net_failure(fn () => await($cancelled));
var_dump(net_descriptors() - $before);
?>
--EXPECT--
Evloop\TimeoutException: connect unix://@NAME failed: no answer within 0.03 seconds
bool(false)
int(0)
string(13) "Evloop\Socket"
Evloop\CancelledError: The coroutine was cancelled
int(2)
