--TEST--
Timeouts: idle and total close the stream, a TimeoutException is its failure; bytes either way put the idle one off
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{ConnectOptions, ListenOptions, Socket, Timeouts};
use function Evloop\{async, await, delay};

/** What it throws and whether that came between the two moments. */
function within(float $from, float $to, callable $call): string
{
    $start = hrtime(true);
    $thrown = net_failure($call);
    $took = (hrtime(true) - $start) / 1e9;
    return trim($thrown) . ($took < $from ? " early: $took" : ($took > $to ? " late: $took" : ' in time'));
}

isolated([
    'idle, read' => function () {
        [$socket, $peer] = net_pair(new ConnectOptions(timeouts: new Timeouts(idle: 0.2)));
        return [within(0.2, 5, fn () => $socket->read()), within(0, 5, fn () => $socket->write('x')), $socket->isClosed(), $peer->read()];
    },
    'idle, put off by reading and writing' => function () {
        [$socket, $peer] = net_pair(listen: new ListenOptions(timeouts: new Timeouts(idle: 0.25)));
        for ($i = 0; $i < 4; $i++) {
            delay(0.1);
            $i % 2 ? $socket->write('x') : $peer->write('x');
        }
        return [$socket->isClosed(), within(0.1, 5, fn () => $peer->readAll()), $peer->isWritable()];
    },
    'idle, a peer that does not read' => function () {
        [$socket, $peer] = net_peer(new ListenOptions(timeouts: new Timeouts(idle: 0.2)));
        return within(0.2, 5, fn () => $socket->write(str_repeat('x', 64 << 20)));
    },
    'total' => function () {
        [$socket, $peer] = net_pair(new ConnectOptions(timeouts: new Timeouts(total: 0.3)));
        $busy = async(function () use ($peer) { for (;;) { $peer->write('x'); delay(0.01); } });
        $thrown = within(0.2, 5, function () use ($socket) { while ($socket->read() !== null); });
        $busy->cancel();
        net_failure(fn () => await($busy));
        return $thrown;
    },
    'events' => function () {
        [$socket, $peer] = Socket::pair();
        $told = [];
        $socket->on('data', fn () => 0)->on('error', function ($e) use (&$told) { $told[] = $e->getMessage(); });
        $socket->on('close', function ($e) use (&$told) { $told[] = get_class($e); });
        $socket->setTimeouts(new Timeouts(idle: 0.1));
        $peer->read();
        delay(0.001);
        return $told;
    },
    'setTimeouts() takes them back' => function () {
        [$socket] = $pair = net_pair(new ConnectOptions(timeouts: new Timeouts(idle: 0.1, total: 0.1)));
        $socket->setTimeouts(new Timeouts(read: 0.3, handshake: 0.001));
        return [within(0.3, 5, fn () => $socket->read()), $socket->isClosed()];
    },
    'they hold neither the loop nor the object' => function () {
        [$socket] = $pair = Socket::pair();
        $socket->setTimeouts(new Timeouts(idle: 100, total: 100));
        $reference = WeakReference::create($socket);
        unset($socket, $pair);
        return $reference->get();
    },
]);
?>
--EXPECT--
idle, read: ["Evloop\\TimeoutException: read(): the stream to 127.0.0.1:PORT was closed, since no byte came or went for 0.2 seconds in time","Evloop\\TimeoutException: write(): the stream to 127.0.0.1:PORT was closed, since no byte came or went for 0.2 seconds in time",true,null]
idle, put off by reading and writing: [false,"Evloop\\TimeoutException: readAll(): the stream to 127.0.0.1:PORT was closed, since no byte came or went for 0.25 seconds in time",false]
idle, a peer that does not read: Evloop\TimeoutException: write(): the stream to 127.0.0.1:PORT was closed, since no byte came or went for 0.2 seconds in time
total: Evloop\TimeoutException: read(): the stream to 127.0.0.1:PORT was closed, since its 0.3 seconds were over in time
events: ["idle timeout: the stream to Evloop\\Socket was closed, since no byte came or went for 0.1 seconds","Evloop\\TimeoutException"]
setTimeouts() takes them back: ["Evloop\\TimeoutException: read() from 127.0.0.1:PORT: nothing came within 0.3 seconds in time",false]
they hold neither the loop nor the object: null
