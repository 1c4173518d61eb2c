--TEST--
Each event's listener may throw, close the stream or exit; the events that follow are told all the same
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{Loop, Socket};
use function Evloop\delay;

function story(string $event, callable $act): string
{
    [$socket, $peer] = Socket::pair();
    $told = '';
    Loop::setErrorHandler(function (Throwable $e) use (&$told) { $told .= '!' . $e->getMessage() . ' '; });
    foreach (['data', 'end', 'drain', 'error', 'close'] as $name) {
        $socket->on($name, function () use ($name, $event, $act, &$told, $socket): void {
            $told .= "$name ";
            $name === $event && $act($socket);
        });
    }
    while ($socket->tryWrite(str_repeat('x', 100000)));
    $peer->write('data');
    Evloop\async(function () use ($peer) { while ($peer->read(1 << 20) !== null); });
    while ($socket->getBufferedBytes() > 0) {
        delay(0.001);
    }
    delay(0.005);
    $peer->end();
    delay(0.02);
    $peer->close();
    return $told . ($socket->isClosed() ? 'closed' : 'open');
}

foreach (['data', 'end', 'drain', 'close'] as $event) {
    isolated([
        "$event throws" => fn () => story($event, fn () => throw new Exception('thrown')),
        "$event closes" => fn () => story($event, fn (Socket $socket) => $socket->close()),
        "$event takes all off" => fn () => story($event, fn (Socket $s) => $s->off('data')->off('end')->off('drain')->off('close')->close()),
        "$event waits" => fn () => story($event, fn () => delay(0.003)),
    ]);
    echo run_child('[$a, $b] = Evloop\Socket::pair(); $a->on("data", fn () => 0); $a->on($argv[1], fn () => exit(3)); while ($a->tryWrite(str_repeat("x", 1000)));
        Evloop\async(function () use ($b) { $b->write("x"); while ($b->read() !== null); }); while ($a->getBufferedBytes() > 0) Evloop\delay(0.001); Evloop\delay(0.005); $b->end(); Evloop\delay(1); echo "not reached";', $event), "\n";
}
?>
--EXPECT--
data throws: data !thrown drain end close closed
data closes: data close closed
data takes all off: data closed
data waits: data drain end close closed
 status 3
end throws: data drain end close !thrown closed
end closes: data drain end close closed
end takes all off: data drain end closed
end waits: data drain end close closed
 status 3
drain throws: data drain !thrown end close closed
drain closes: data drain close closed
drain takes all off: data drain closed
drain waits: data drain end close closed
 status 3
close throws: data drain end close !thrown closed
close closes: data drain end close closed
close takes all off: data drain end close closed
close waits: data drain end close closed
 status 3
