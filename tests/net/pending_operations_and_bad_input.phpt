--TEST--
Each operation that waits: cancelled, timed out, closed by another; and arguments at their limits
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Socket;
use function Evloop\{async, await, suspend, timeout};

$operations = [
    'read' => fn (Socket $s) => $s->read(),
    'readLine' => fn (Socket $s) => $s->readLine(),
    'readExactly' => fn (Socket $s) => $s->readExactly(1),
    'readAll' => fn (Socket $s) => $s->readAll(),
    'pipeTo' => fn (Socket $s) => $s->pipeTo(Socket::pair()[0]),
    'receiveHandle' => fn (Socket $s) => $s->receiveHandle(),
    'write' => fn (Socket $s) => $s->write(str_repeat('x', 8 << 20)),
    'drain' => function (Socket $s) { while ($s->tryWrite(str_repeat('x', 1 << 20))); $s->drain(); },
    'end' => fn (Socket $s) => $s->end(str_repeat('x', 8 << 20)),
    'sendHandle' => function (Socket $s) { while ($s->tryWrite(str_repeat('x', 1 << 20))); $s->sendHandle(Socket::pair()[0]); },
];
foreach ($operations as $name => $operation) {
    foreach (['cancel' => fn ($s, $running) => $running->cancel(), 'close' => fn ($s) => $s->close()] as $how => $end) {
        [$socket, $peer] = Socket::pair();
        $running = async($operation, $socket);
        suspend();
        suspend();
        $end($socket, $running);
        echo "$name, $how: ", strtok(net_failure(fn () => await($running)), ':'), $socket->isClosed() ? ' closed' : ' open', "\n";
    }
    [$socket, $peer] = Socket::pair();
    echo "$name, timeout: ", strtok(net_failure(fn () => timeout(0.002, fn () => $operation($socket))), ':'), "\n";
}
[$socket, $peer] = Socket::pair();
$socket->write('');
var_dump($socket->tryWrite(''), $socket->getBufferedBytes());
$peer->write('abc');
var_dump($socket->read(PHP_INT_MAX));
foreach ([fn () => $socket->read(0), fn () => $socket->read(-1), fn () => $socket->readExactly(0), fn () => $socket->readLine(-1),
    fn () => $socket->readAll(-1), fn () => $socket->read(1, -1.0), fn () => $socket->read(1, NAN), fn () => $socket->on('', fn () => 0)] as $call) {
    echo net_failure($call);
}
?>
--EXPECT--
read, cancel: Evloop\CancelledError open
read, close: Evloop\ClosedException closed
read, timeout: Evloop\TimeoutException
readLine, cancel: Evloop\CancelledError open
readLine, close: Evloop\ClosedException closed
readLine, timeout: Evloop\TimeoutException
readExactly, cancel: Evloop\CancelledError open
readExactly, close: Evloop\ClosedException closed
readExactly, timeout: Evloop\TimeoutException
readAll, cancel: Evloop\CancelledError open
readAll, close: Evloop\ClosedException closed
readAll, timeout: Evloop\TimeoutException
pipeTo, cancel: Evloop\CancelledError open
pipeTo, close: Evloop\ClosedException closed
pipeTo, timeout: Evloop\TimeoutException
receiveHandle, cancel: Evloop\CancelledError open
receiveHandle, close: Evloop\ClosedException closed
receiveHandle, timeout: Evloop\TimeoutException
write, cancel: Evloop\CancelledError open
write, close: Evloop\ClosedException closed
write, timeout: Evloop\TimeoutException
drain, cancel: Evloop\CancelledError open
drain, close: Evloop\ClosedException closed
drain, timeout: Evloop\TimeoutException
end, cancel: Evloop\CancelledError open
end, close: Evloop\ClosedException closed
end, timeout: Evloop\TimeoutException
sendHandle, cancel: Evloop\CancelledError open
sendHandle, close: Evloop\ClosedException closed
sendHandle, timeout: Evloop\TimeoutException
bool(true)
int(0)
string(3) "abc"
ValueError: Evloop\Stream::read(): Argument #1 ($length) must be at least 1, or null for all there is
ValueError: Evloop\Stream::read(): Argument #1 ($length) must be at least 1, or null for all there is
ValueError: Evloop\Stream::readExactly(): Argument #1 ($length) must be at least 1
ValueError: Evloop\Stream::readLine(): Argument #1 ($max) must be at least 0
ValueError: Evloop\Stream::readAll(): Argument #1 ($limit) must be at least 0
ValueError: Evloop\Stream::read(): Argument #2 ($timeout) must be a number of seconds between 0 and 3.2e+9
ValueError: Evloop\Stream::read(): Argument #2 ($timeout) must be a number of seconds between 0 and 3.2e+9
ValueError: Evloop\Stream::on(): Argument #1 ($event) must be "data", "end", "drain", "error" or "close", "" given
