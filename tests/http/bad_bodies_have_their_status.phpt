--TEST--
Http\Request: a body that cannot be had throws with its status as code, which is the answer unless the handler makes its own
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\{Request, Response, Server, ServerOptions};
use Evloop\Loop;

Loop::setErrorHandler(fn (Throwable $error) => print('reported: ' . get_class($error) . "\n"));
$own = function (Request $request) {
    if ($request->path === '/stream') {
        return new Response(body: $request->body());
    }
    if ($request->path !== '/catch') {
        return $request->path === '/throw' ? throw new DomainException($request->text()) : $request->text();
    }
    try {
        return iterator_to_array($request->body(), false);
    } catch (Evloop\Exception $error) {
        return new Response($error->getCode() + 20, [], get_class($error));
    }
};
$server = new Server($own, new ServerOptions(maxBody: 10, bodyTimeout: 0.1));
$server->listen('tcp://127.0.0.1:0');
$talk = function (string ...$pieces) use ($server) {
    $socket = Evloop\Socket::connect('tcp://' . $server->localAddresses()[0]);
    foreach ($pieces as $piece) {
        $socket->write($piece);
        Evloop\delay(0.02);
    }
    echo http_statuses($socket->readAll()), "\n";
};
$head = "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n";
foreach (['/', '/catch', '/throw'] as $path) {
    foreach (["7\r\n", "0;\r\n", "5\r\n012", "x\r\n"] as $rest) {
        $talk("POST $path HTTP/1.1\r\n$head", $rest);
    }
}
$talk("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
foreach (["7\r\n", "5\r\n012"] as $rest) {
    $talk("POST /stream HTTP/1.1\r\n" . substr($head, 0, -10), "1\r\nx\r\n" . $rest);
}
$server->close();
?>
--EXPECT--
413
400
408
400
433
420
428
420
413
400
408
400
413
200
200
