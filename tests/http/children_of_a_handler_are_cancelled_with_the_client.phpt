--TEST--
Http\Server: a client that is gone before its answer cancels what the handler has started; quietly
--SKIPIF--
<?php if (!extension_loaded('sockets')) die('skip needs ext-sockets'); ?>
--FILE--
<?php
use Evloop\{CancelledError, Loop};
use Evloop\Http\{Request, Server};
use function Evloop\{async, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("must not be reported: {$e->getMessage()}\n"));
$server = new Server(function (Request $request) use (&$client, &$server) {
    $wait = function (string $who) {
        try {
            delay(60);
        } catch (CancelledError $e) {
            echo "$who: ", $e->getPrevious()::class, "\n";
            throw $e;
        }
    };
    async($wait, 'child');
    async(fn () => delay(0.001) ?? async($wait, 'grandchild'));
    Loop::delay(0.02, function () use (&$client, $server) {
        socket_set_option($client, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
        socket_close($client);
        $server->close();
    });
    $wait('handler');
});
$server->listen('tcp://127.0.0.1:0');
$client = socket_create(AF_INET, SOCK_STREAM, 0);
socket_connect($client, ...explode(':', $server->localAddresses()[0]));
socket_write($client, "GET / HTTP/1.1\r\nHost: test\r\n\r\n");
Loop::delay(10, fn () => exit("not cancelled\n"))->unreference();
Loop::run();
echo $server->stats()['inFlight'], "\n";
?>
--EXPECT--
child: Evloop\ClosedException
grandchild: Evloop\ClosedException
handler: Evloop\ClosedException
0
