--TEST--
ServerSocket: listening to "connection" keeps the server and the loop alive, until off(), pause() or close()
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, ServerSocket, Socket};
use function Evloop\async;

/** Nobody holds the server but the loop; $end ends that from the listener. */
function serve(callable $end): WeakReference
{
    $server = ServerSocket::listen('tcp://127.0.0.1:0');
    $uri = 'tcp://' . $server->localAddress();
    $server->on('connection', function (Socket $socket, ServerSocket $server) use ($end): void {
        echo "connected ";
        $end($server);
    });
    Loop::delay(0.001, fn () => gc_collect_cycles() . Socket::connect($uri)->close());
    return WeakReference::create($server);
}

foreach (['off' => fn ($s) => $s->off('connection'), 'pause' => fn ($s) => $s->pause(), 'close' => fn ($s) => $s->close()] as $name => $end) {
    $reference = serve($end);
    Loop::run();
    gc_collect_cycles();
    echo $name, ' ', $reference->get() === null ? 'freed' : 'held', "\n";
}
// A server that only tells its end holds nothing.
$server = ServerSocket::listen('tcp://127.0.0.1:0')->on('close', fn () => print("never\n"))->on('error', fn () => 0);
$reference = WeakReference::create($server);
unset($server);
Loop::run();
var_dump($reference->get());
?>
--EXPECT--
connected off freed
connected pause freed
connected close freed
NULL
