--TEST--
The script ends by exit() in the middle of every operation: finally blocks run, nothing crashes
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, delay};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
[$a, $b] = net_pair();
[$c, $d] = net_pair();
foreach ([
    'accept' => fn () => $server->accept(),
    'read' => fn () => $c->read(),
    'write' => fn () => $b->write(str_repeat('x', 30_000_000)),
    'second' => fn () => $b->write('y'),
    'drain' => function () use ($c) { while ($c->tryWrite(str_repeat('x', 100_000))) { Evloop\suspend(); } $c->drain(); },
    'foreach' => function () use ($d) { foreach ($d as $chunk) { delay(10); } },
    'connect' => fn () => Socket::connect('tcp://no.such.host.invalid:1'),
] as $name => $operation) {
    async(function () use ($operation, $name) {
        try {
            $operation();
            echo "$name ended\n";
        } catch (Evloop\DnsException) {
        } finally {
            echo $name === 'connect' ? '' : "$name unwinds\n"; // the look-up may have its answer by then
        }
    })->ignore();
}
async(function () { delay(0.05); echo "exit\n"; exit(0); });
Evloop\Loop::run();
?>
--EXPECT--
exit
accept unwinds
read unwinds
write unwinds
second unwinds
drain unwinds
foreach unwinds
