--TEST--
The listener of "error" may throw, close, take all off, wait or exit: "close" follows, with the same failure
--EXTENSIONS--
evloop
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';
require dirname(__DIR__) . '/include/isolated.inc';
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, Socket};
use function Evloop\delay;

function story(callable $act): string
{
    [$socket, $peer] = net_pair();
    $told = '';
    Loop::setErrorHandler(function (Throwable $e) use (&$told) { $told .= '!' . preg_replace('/:\d+ /', ':PORT ', $e->getMessage()) . ' '; });
    foreach (['data', 'end', 'drain'] as $name) {
        $socket->on($name, function () use ($name, &$told) { $told .= "$name "; });
    }
    $socket->on('error', function (Throwable $failure) use ($act, &$told, $socket): void {
        $told .= 'error ';
        $act($socket);
    });
    $socket->on('close', function (?Throwable $failure) use (&$told) { $told .= 'close(' . $failure?->name . ') '; });
    $peer->setOption(SOL_SOCKET, SO_LINGER, 0)->close();
    delay(0.02);
    return $told . ($socket->isClosed() ? 'closed' : 'open');
}

isolated([
    'throws' => fn () => story(fn () => throw new Exception('thrown')),
    'closes' => fn () => story(fn (Socket $socket) => $socket->close()),
    'writes' => fn () => story(fn (Socket $socket) => $socket->write('x')),
    'takes all off' => fn () => story(fn (Socket $s) => $s->off('data')->off('end')->off('drain')->off('close')),
    'waits' => fn () => story(fn () => delay(0.003)),
]);
echo run_child('$server = Evloop\ServerSocket::listen("tcp://127.0.0.1:0"); $peer = Evloop\Socket::connect("tcp://" . $server->localAddress());
    $server->accept()->on("data", fn () => 0)->on("error", fn () => exit(3)); $peer->setOption(SOL_SOCKET, SO_LINGER, 0)->close(); Evloop\delay(1); echo "not reached";'), "\n";
?>
--EXPECT--
throws: error close(ECONNRESET) !thrown closed
closes: error close(ECONNRESET) closed
writes: error close(ECONNRESET) !write(): the stream to 127.0.0.1:PORT is closed closed
takes all off: error closed
waits: error close(ECONNRESET) closed
 status 3
