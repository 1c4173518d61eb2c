--TEST--
A reset at each step: before accept, before reading, while reading, writing, ending, in each event
--EXTENSIONS--
evloop
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{ServerSocket, Socket};
use function Evloop\{async, await, delay, suspend};

function reset_now(Socket $socket): void
{
    $socket->setOption(SOL_SOCKET, SO_LINGER, 0)->close();
    delay(0.001);
}

$steps = [
    'read' => fn (Socket $s) => $s->read(),
    'readLine' => fn (Socket $s) => $s->readLine(),
    'readExactly' => fn (Socket $s) => $s->readExactly(10),
    'readAll' => fn (Socket $s) => $s->readAll(),
    'write' => fn (Socket $s) => $s->write(str_repeat('x', 32 << 20)),
    'drain' => function (Socket $s) { while ($s->tryWrite(str_repeat('x', 1 << 20))); $s->drain(); },
    'end' => fn (Socket $s) => $s->end(str_repeat('x', 32 << 20)),
    'pipeTo' => fn (Socket $s) => $s->pipeTo(Socket::pair()[0]),
    'foreach' => function (Socket $s) { foreach ($s as $x); },
];
isolated((function () use ($steps) {
    foreach ($steps as $name => $step) {
        yield "before $name" => function () use ($step) {
            [$socket, $peer] = net_pair();
            reset_now($peer);
            return [net_failure(fn () => $step($socket)), $socket->isClosed()];
        };
        yield "within $name" => function () use ($step) {
            [$socket, $peer] = net_pair();
            $running = async(fn () => $step($socket));
            delay(0.005);
            reset_now($peer);
            return [net_failure(fn () => await($running)), strtok(net_failure(fn () => $socket->write('x')), ':')];
        };
    }
    yield 'before accept' => function () {
        $server = ServerSocket::listen('tcp://127.0.0.1:0');
        reset_now(Socket::connect('tcp://' . $server->localAddress()));
        $socket = $server->accept(1.0);
        return [$socket->remoteAddress() === '' ? '' : 'address', net_failure(fn () => $socket->read())];
    };
    foreach (['data', 'drain'] as $event) {
        yield "in $event" => function () use ($event) {
            [$socket, $peer] = net_pair();
            $told = [];
            $socket->on($event, fn () => reset_now($peer));
            foreach (['data', 'end', 'error', 'close'] as $name) {
                $socket->on($name, function () use ($name, &$told) { $told[$name] = true; });
            }
            while ($event === 'drain' && $socket->tryWrite(str_repeat('x', 1 << 20)));
            $peer->write('x');
            async(function () use ($peer) { while (!$peer->isClosed()) $peer->read(); })->ignore();
            for ($i = 0; $i < 1000 && !isset($told['close']); $i++) {
                delay(0.001);
            }
            return array_keys($told);
        };
    }
})());
?>
--EXPECT--
before read: ["Evloop\\SocketException: read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within read: ["Evloop\\SocketException: read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before readLine: ["Evloop\\SocketException: readLine() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within readLine: ["Evloop\\SocketException: readLine() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before readExactly: ["Evloop\\SocketException: readExactly() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within readExactly: ["Evloop\\SocketException: readExactly() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before readAll: ["Evloop\\SocketException: readAll() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within readAll: ["Evloop\\SocketException: readAll() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before write: ["Evloop\\SocketException: write() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within write: ["Evloop\\SocketException: write() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before drain: ["Evloop\\SocketException: tryWrite() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within drain: ["Evloop\\SocketException: drain() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before end: ["Evloop\\SocketException: end() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within end: ["Evloop\\SocketException: end() to 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\ClosedException"]
before pipeTo: ["Evloop\\SocketException: pipeTo() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within pipeTo: ["Evloop\\SocketException: pipeTo() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before foreach: ["Evloop\\SocketException: read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n",false]
within foreach: ["Evloop\\SocketException: read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)\n","Evloop\\SocketException"]
before accept: ["","Evloop\\SocketException: read() from Evloop\\Socket failed: connection reset by peer (ECONNRESET)\n"]
in data: ["data","error","close"]
in drain: ["data","error","close"]
