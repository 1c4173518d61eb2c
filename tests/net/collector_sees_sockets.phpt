--TEST--
Sockets in cycles are collected and closed; a coroutine that waits in one is not
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\{async, delay, suspend};

final class Holder { public $self; public $socket; public $coroutine; }
[$client, $server] = net_pair();
$holder = new Holder();
$holder->self = $holder;
$holder->socket = $server;
unset($server, $holder);
var_dump(gc_collect_cycles() > 0, $client->read());

[$client, $server] = net_pair();
$holder = new Holder();
$holder->self = $holder;
$holder->socket = $server;
$holder->coroutine = async(function () use ($holder) {
    echo $holder->socket->read(), "\n";
    foreach ($holder->socket as $chunk) {
        gc_collect_cycles();
        echo "$chunk\n";
    }
});
unset($holder, $server);
suspend();
foreach (['one', 'two', 'three'] as $text) {
    var_dump(gc_collect_cycles());
    $client->write($text);
    delay(0.002);
}
$client->end();
delay(0.002);
var_dump(gc_collect_cycles() > 0);
?>
--EXPECT--
bool(true)
NULL
int(0)
one
int(0)
two
int(0)
three
bool(true)
