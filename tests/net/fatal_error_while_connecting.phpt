--TEST--
A fatal error while others connect and look names up: nothing is left in memory
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';
$code = <<<'PHP'
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, suspend};
$server = ServerSocket::listen('tcp://127.0.0.1:0');
async(fn () => Socket::connect('tcp://' . $server->localAddress()));
async(fn () => Socket::connect('tcp://localhost:1'));
$fail = fn () => trigger_error('boom', E_USER_ERROR);
$argv[1] === 'coroutine' ? async($fail) : suspend();
$fail();
PHP;
foreach (['coroutine', 'main'] as $where) {
    echo run_child("error_reporting(E_ALL & ~E_DEPRECATED); $code Evloop\\Loop::run();", $where), "\n";
}
?>
--EXPECTF--
Fatal error: boom in %s on line %d status 255
Fatal error: boom in %s on line %d status 255
