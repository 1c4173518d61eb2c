--TEST--
sendHandle() and receiveHandle(): what cannot be passed stays as it was; foreign bytes, the end, a full peer, cancelling
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{ListenOptions, Socket, StreamOptions, Timeouts};
use function Evloop\{async, await, delay, suspend};

isolated([
    'TCP' => function () { [$a, $b] = net_pair(); return net_failure(fn () => $a->sendHandle($b)) . net_failure(fn () => $a->receiveHandle()); },
    'itself' => function () { [$a] = Socket::pair(); return net_failure(fn () => $a->sendHandle($a)); },
    'closed' => function () {
        [$a, $b] = Socket::pair();
        $b->close();
        return net_failure(fn () => $a->sendHandle($b)) . net_failure(fn () => $b->sendHandle($a)) . net_failure(fn () => $b->receiveHandle());
    },
    'somebody reads it' => function () {
        [$a, $b] = Socket::pair();
        [$c, $d] = Socket::pair();
        $reading = async(fn () => $c->read());
        suspend();
        $text = strtok(net_failure(fn () => $a->sendHandle($c)), '(');
        $c->pause();
        $d->write('still here');
        return $text . await($reading);
    },
    'listeners' => function () { [$a] = $p = Socket::pair(); [$c] = $q = Socket::pair(); $text = net_failure(fn () => $a->sendHandle($c->on('data', fn () => 0))); $c->off('data'); return $text; },
    'what it wrote goes first, half-closed' => function () {
        [$a, $b] = Socket::pair();
        [$c, $d] = Socket::pair();
        $c->end('written');
        $a->write('hello');
        $a->sendHandle($c);
        $a->end();
        $d->write('read');
        $hello = $b->readExactly(5);
        $c = $b->receiveHandle();
        return [$hello, $d->readAll(), $c->read(), $c->isWritable(), $b->receiveHandle()];
    },
    'foreign bytes' => function () { [$a, $b] = Socket::pair(); $a->write('GET / HTTP/1.1'); return net_failure(fn () => $b->receiveHandle()) . $b->read(); },
    'the end within' => function () { [$a, $b] = Socket::pair(); $a->end('evlh'); return net_failure(fn () => $b->receiveHandle()); },
    'nothing comes' => function () { [$a, $b] = Socket::pair(); return net_failure(fn () => $b->receiveHandle(0.01)) . net_failure(fn () => $b->receiveHandle(-1.0)); },
    'a peer that takes nothing' => function () {
        [$a, $b] = Socket::pair();
        while ($a->tryWrite(str_repeat('x', 1 << 18)));
        [$c, $d] = Socket::pair();
        $failure = net_failure(fn () => $a->sendHandle($c, 0.02));
        $sending = async(fn () => $a->sendHandle($c));
        suspend();
        $sending->cancel();
        net_failure(fn () => await($sending));
        $c->write('still here');
        return $failure . $d->read();
    },
    'later, when it takes some' => function () {
        [$a, $b] = Socket::pair();
        while ($a->tryWrite(str_repeat('x', 1 << 18)));
        [$c, $d] = Socket::pair();
        $sending = async(fn () => $a->sendHandle($c));
        for ($size = 0; !$sending->isFinished(); suspend()) {
            $size += strlen($b->read(1 << 18));
        }
        $a->end('more');
        return [$c->isClosed(), $size > 1 << 19, strlen($b->readAll()) > 0];
    },
    'a hundred, and 300 KB read ahead' => function () {
        [$a, $b] = Socket::pair();
        $before = net_descriptors();
        $data = bin2hex(random_bytes(150_000));
        $same = 0;
        for ($i = 0; $i < 100; $i++) {
            [$c, $d] = Socket::pair();
            if ($i === 50) {
                async(fn () => $d->write($data));
                net_failure(fn () => $c->readLine(299_000));
            }
            $receiving = async(fn () => $b->receiveHandle());
            $a->sendHandle($c);
            $d->write("ends here\n");
            $d->end();
            $same += ($i === 50 ? $data : '') . "ends here\n" === await($receiving)->readAll();
        }
        unset($c, $d, $receiving);
        gc_collect_cycles();
        delay(0.001);
        return [$same, net_descriptors() - $before];
    },
]);
?>
--EXPECT--
TCP: Evloop\SocketException: sendHandle() on 127.0.0.1:PORT, which is no Unix socket, failed: operation not supported on socket (ENOTSUP)
Evloop\SocketException: receiveHandle() on 127.0.0.1:PORT, which is no Unix socket, failed: operation not supported on socket (ENOTSUP)

itself: ValueError: Evloop\Socket::sendHandle(): Argument #1 ($socket) must not be the socket itself

closed: Evloop\ClosedException: sendHandle(): the stream to Evloop\Socket is closed
Evloop\ClosedException: sendHandle(): the stream to Evloop\Socket is closed
Evloop\ClosedException: receiveHandle(): the stream to Evloop\Socket is closed

somebody reads it: Evloop\PendingOperationException: sendHandlestill here
listeners: LogicException: sendHandle(): what comes goes to the listeners of "data"; take them off() to read it yourself

what it wrote goes first, half-closed: ["hello","written","read",false,null]
foreign bytes: Evloop\ProtocolException: receiveHandle() from Evloop\Socket: what came is not from sendHandle()
GET / HTTP/1.1
the end within: Evloop\StreamException: receiveHandle() from Evloop\Socket: the end came within a handle

nothing comes: Evloop\TimeoutException: receiveHandle() from Evloop\Socket: nothing came within 0.01 seconds
ValueError: Evloop\Socket::receiveHandle(): Argument #1 ($timeout) must be a number of seconds between 0 and 3.2e+9

a peer that takes nothing: Evloop\TimeoutException: sendHandle() to Evloop\Socket: the peer took nothing within 0.02 seconds
still here
later, when it takes some: [true,true,true]
a hundred, and 300 KB read ahead: [100,0]
