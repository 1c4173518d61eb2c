--TEST--
The same operations in {main}, a coroutine, a callback, a plain Fiber, and a Fiber in a coroutine
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (gethostbyname('localhost') === 'localhost') die('skip this system does not know localhost');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, Socket, ServerSocket};
use function Evloop\{async, await};

$exchange = function (string $where): void {
    $server = ServerSocket::listen('tcp://localhost:0');
    $client = Socket::connect('tcp://' . $server->localAddress());
    $accepted = $server->accept();
    $client->write($where);
    $client->end();
    echo $accepted->readAll(), ' ';
    echo strtok(net_failure(fn () => $accepted->write(str_repeat('x', 9_000_000), 0.001)), ':'), "\n";
    $accepted->close();
};
$exchange('main');
await(async($exchange, 'coroutine'));
Loop::delay(0.001, fn () => $exchange('callback'));
Loop::run();
(new Fiber($exchange))->start('fiber');
await(async(fn () => (new Fiber($exchange))->start('fiber in a coroutine')));
$generator = (function () use ($exchange) { yield $exchange('generator'); })();
$generator->current();
?>
--EXPECT--
main Evloop\TimeoutException
coroutine Evloop\TimeoutException
callback Evloop\TimeoutException
fiber Evloop\TimeoutException
fiber in a coroutine Evloop\TimeoutException
generator Evloop\TimeoutException
