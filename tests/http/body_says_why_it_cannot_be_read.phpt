--TEST--
Http\Request: two readers, reading after close(), after the answer, after text(), and what body() took is not text()
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\Request;
use function Evloop\{await, delay, detached};

$try = function (callable $what) {
    try {
        echo json_encode($what()), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', strtok($error->getMessage(), ';'), "\n";
    }
};
$late = null;
$head = "POST /%s HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";
http_run(function (Request $request) use ($try, &$late) {
    $body = $request->body();
    match ($request->path) {
        '/whole' => [$try(fn () => [$request->text(), $body->read(3), $body->readAll(), $body->read(), $request->text()])],
        '/taken' => [$try(fn () => $body->read(4)), $try($request->text(...)), $try(fn () => $request->body()->readExactly(7)),
            $try(fn () => $request->body()->readAll(5)), $try(fn () => $body->readAll(6)), $try($request->json(...))],
        '/closed' => [$body->close(), $body->close(), $try($body->read(...)), $try($request->text(...)), $try(fn () => [$body->isClosed(), $body->isReadable()])],
        '/line' => [$try(fn () => $body->readLine(3)), $try(fn () => $body->readLine(4)), $try(fn () => [$body->readLine(), $body->readLine()])],
        '/late' => $late = [$request, $body],
    };
    return 'x';
}, sprintf($head, 'whole') . '0123456789' . sprintf($head, 'taken') . '0123456789' . sprintf($head, 'closed') . '0123456789'
    . sprintf($head, 'line') . "0123\r\n5678" . sprintf($head, 'late') . '01234', 5);
$try($late[0]->text(...));
$try($late[1]->read(...));

http_run(function (Request $request) use ($try) {
    $first = detached($request->text(...));
    delay(0);
    $try($request->text(...));
    $try($request->body()->read(...));
    $try(fn () => await($first));
    $try($request->body()->read(...));
    $try($request->body()->read(...));
    return 'x';
}, sprintf($head, '') . '01234');
?>
--EXPECTF--
["0123456789","012","3456789",null,"0123456789"]
"0123"
LogicException: text(): the body of the request was read through body()
Evloop\StreamException: readExactly() from the body of a request: the end came after 6 of 7 bytes
Evloop\StreamException: readAll() from the body of a request: there are more than 5 bytes
"456789"
LogicException: json(): the body of the request was read through body()
Evloop\ClosedException: read(): the body of the request was closed
LogicException: text(): the body of the request was closed through body()
[true,false]
Evloop\StreamException: readLine() from the body of a request: the line has more than 3 bytes
"0123"
["5678",null]
Evloop\ClosedException: text(): the request was answered, its body is gone
Evloop\ClosedException: read(): the request was answered, its body is gone
Evloop\PendingOperationException: text(): another operation on the body of a request is pending: text() in coroutine %s
Evloop\PendingOperationException: read(): another operation on the body of a request is pending: text() in coroutine %s
Evloop\ProtocolException: text(): the body of the request is not to be had: the client ended before it was whole
"01234"
Evloop\ProtocolException: read(): the body of the request is not to be had: the client ended before it was whole
