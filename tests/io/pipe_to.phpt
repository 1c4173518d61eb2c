--TEST--
pipeTo(): all bytes, the count, the end or not; either side that fails, is closed or is cancelled; no byte is lost
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\Socket;
use function Evloop\{async, await, delay, suspend};

/** from -> [in, out] -> to */
function pipe(bool $end = true): array
{
    [$from, $in] = net_pair();
    [$out, $to] = net_pair();
    $piping = async(fn () => $in->pipeTo($out, $end));
    suspend();
    return [$from, $in, $out, $to, $piping];
}

isolated([
    'a megabyte' => function () {
        [$from, , , $to, $piping] = pipe();
        $data = random_bytes(1 << 20);
        async(fn () => $from->end($data));
        return [$to->readAll() === $data, await($piping)];
    },
    'without end' => function () {
        [$from, , $out, $to, $piping] = pipe(false);
        $from->end('text');
        $count = await($piping);
        $out->end(', more');
        return [$count, $to->readAll()];
    },
    'the source is reset' => function () {
        [$socket, $peer] = net_peer();
        [$out, $to] = net_pair();
        $piping = async(fn () => $socket->pipeTo($out));
        fwrite($peer, 'before');
        $text = $to->readExactly(6);
        net_reset($peer, $socket);
        return $text . ' ' . strtok(net_failure(fn () => await($piping)), ':') . ($out->isWritable() ? ' writable' : ' ended');
    },
    'the sink is closed' => function () {
        [$from, $in, $out, , $piping] = pipe();
        $out->close();
        $from->write('kept');
        return net_failure(fn () => await($piping)) . $in->read();
    },
    'the source is closed' => function () {
        [, $in, $out, , $piping] = pipe();
        $in->close();
        return net_failure(fn () => await($piping)) . json_encode($out->isWritable());
    },
    'cancelled while it reads' => function () {
        [$from, $in, , $to, $piping] = pipe();
        $from->write('one');
        $one = $to->readExactly(3);
        $piping->cancel();
        $thrown = net_failure(fn () => await($piping));
        $from->write('two');
        return "$one $thrown" . $in->read();
    },
    'cancelled while it writes' => function () {
        [$from, $in, $out, $to, $piping] = pipe();
        $data = random_bytes(24 << 20);
        $sending = async(fn () => $from->end($data));
        delay(0.05);
        $piping->cancel();
        net_failure(fn () => await($piping));
        $got = async(fn () => $to->readAll(PHP_INT_MAX));
        // What the sink had taken of the last chunk may be there twice, but nothing is missing.
        $rest = $in->readAll(PHP_INT_MAX);
        $out->end();
        $got = await($got);
        return [strlen($got) + strlen($rest) >= strlen($data), str_ends_with($data, $rest), str_starts_with($data, substr($got, 0, strlen($data) - strlen($rest) ))];
    },
    'two at once' => function () {
        [, $in, $out, , $piping] = pipe();
        $text = strtok(net_failure(fn () => $in->pipeTo($out)), '(');
        $in->close();
        net_failure(fn () => await($piping));
        return $text;
    },
    'itself' => function () { [$a] = Socket::pair(); return net_failure(fn () => $a->pipeTo($a)); },
]);
?>
--EXPECT--
a megabyte: [true,1048576]
without end: [4,"text, more"]
the source is reset: before Evloop\SocketException writable
the sink is closed: Evloop\ClosedException: write(): the stream to 127.0.0.1:PORT is closed
kept
the source is closed: Evloop\ClosedException: pipeTo(): the stream to 127.0.0.1:PORT was closed meanwhile
true
cancelled while it reads: one Evloop\CancelledError: The coroutine was cancelled
two
cancelled while it writes: [true,true,true]
two at once: Evloop\PendingOperationException: pipeTo
itself: ValueError: Evloop\Stream::pipeTo(): Argument #1 ($to) must not be the stream itself: what comes would go round for ever
