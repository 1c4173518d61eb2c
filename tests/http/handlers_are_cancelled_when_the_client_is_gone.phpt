--TEST--
Http\Server: a client that is gone cancels the handler, and the generator, where it waits; quietly
--SKIPIF--
<?php if (!extension_loaded('sockets')) die('skip needs ext-sockets'); ?>
--FILE--
<?php
use Evloop\{CancelledError, ClosedException, Deferred, Loop};
use Evloop\Http\{Request, Server};
use function Evloop\{await, delay};

$never = new Deferred();
$ended = 0;
$server = new Server(function (Request $request) use (&$ended, &$server, &$never, &$clients) {
    $wait = function () use (&$never, &$ended, &$server, $request) {
        try {
            await($never->promise);
        } catch (CancelledError $error) {
            echo "$request->path: ", get_class($error), ', ', get_class($error->getPrevious()), "\n";
            throw $error;
        } finally {
            ++$ended === 3 && Loop::defer(fn () => $server->close());
        }
    };
    Loop::defer(function () use ($request, &$clients) {
        $client = $clients[$request->path];
        socket_set_option($client, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
        socket_close($client);
    });
    return $request->path === '/generator' ? (function () use ($wait) {
        yield 'first';
        yield $wait();
    })() : ($request->path === '/nothing' ? (fn () => yield $wait())() : $wait());
});
Loop::setErrorHandler(fn (Throwable $error) => print("reported: $error\n"));
$server->listen('tcp://127.0.0.1:0');
foreach (['/handler', '/generator', '/nothing'] as $path) {
    $clients[$path] = socket_create(AF_INET, SOCK_STREAM, 0);
    socket_connect($clients[$path], ...explode(':', $server->localAddresses()[0]));
    socket_write($clients[$path], "GET $path HTTP/1.1\r\nHost: test\r\n\r\n");
}
Loop::delay(10, fn () => exit("not cancelled\n"))->unreference();
Loop::run();
echo $server->stats()['inFlight'], "\n";
?>
--EXPECT--
/handler: Evloop\CancelledError, Evloop\ClosedException
/generator: Evloop\CancelledError, Evloop\ClosedException
/nothing: Evloop\CancelledError, Evloop\ClosedException
0
