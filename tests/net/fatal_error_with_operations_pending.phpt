--TEST--
A fatal error in the middle of operations: shutdown functions run, sockets say so, nothing crashes
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\ServerSocket;
use function Evloop\{async, delay};

ini_set('display_errors', '0');
$server = ServerSocket::listen('tcp://127.0.0.1:0');
[$a, $b] = net_pair();
async(fn () => $server->accept());
async(fn () => $a->read());
async(fn () => $b->write(str_repeat('x', 30_000_000)));
register_shutdown_function(function () use ($a, $b, $server) {
    echo "shutdown\n";
    echo strtok(net_failure(fn () => $b->read()), ':'), "\n";
    echo strtok(net_failure(fn () => $server->accept()), ':'), "\n";
    $a->close();
});
async(function () { delay(0.01); eval('class A {} class A {}'); });
Evloop\Loop::run();
?>
--EXPECT--
shutdown
Evloop\LoopException
Evloop\LoopException
