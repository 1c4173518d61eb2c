--TEST--
Http\Server: a request has a scope of its own: its tasks end before the answer, fail it, and are cancelled when the client is gone
--EXTENSIONS--
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\{CancelledError, Channel, Deferred, Loop, Scope};
use Evloop\Http\{Request, Server};
use function Evloop\{async, await, delay, detached};

function task(string $name, float $seconds): string
{
    try {
        delay($seconds);
        echo "$name ended\n";
        return $name;
    } catch (CancelledError $error) {
        echo "$name was cancelled\n";
        throw $error;
    }
}

function produce(int $count, int $fails = -1): Generator
{
    $channel = new Channel();
    async(function () use ($channel, $count, $fails) {
        for ($i = 0; $i < $count; $i++) {
            $i !== $fails || throw new DomainException("failed at $i");
            $channel->send("piece $i ");
        }
        $channel->close();
    });
    return (fn () => yield from $channel)();
}

$scopes = [];
$gate = new Deferred();
$detached = null;
$handlers = [
    '/plain' => fn () => [async(task(...), 'plain', 0.02), 'answer'][1],
    '/detached' => function () use ($gate, &$detached) {
        $detached = detached(fn () => await($gate->promise));
        return 'answer';
    },
    '/fails' => function () {
        async(task(...), 'sibling', 5);
        async(fn () => throw new DomainException('of a task'));
        delay(5);
    },
    '/late' => function () {
        async(function () {
            delay(0.01);
            throw new DomainException('after the handler');
        });
        return 'never seen';
    },
    '/stream' => fn () => produce(3),
    '/broken' => fn () => produce(3, 1),
    '/gone' => function () {
        async(task(...), 'left alone', 5);
        delay(5);
    },
];
$server = new Server(function (Request $request) use ($handlers, &$scopes) {
    $scopes[] = Scope::current();
    return $handlers[$request->path]($request);
});
Loop::setErrorHandler(fn (Throwable $error) => print('reported: ' . get_class($error) . ', ' . $error->getMessage() . "\n"));
$server->listen('tcp://127.0.0.1:0');
$get = function (string $path, string $method = 'GET') use ($server) {
    $socket = Evloop\Socket::connect("tcp://{$server->localAddresses()[0]}");
    $socket->write($method . substr(http_get($path, 'Connection: close'), 3));
    $answer = $socket->readAll();
    echo "$method $path: ", http_statuses($answer), json_encode(substr(strstr($answer, "\r\n\r\n"), 4)), "\n";
};
foreach (array_slice(array_keys($handlers), 0, -1) as $path) {
    $get($path);
}
$get('/stream', 'HEAD');
$gate->resolve('detached goes on');
echo await($detached), "\n";
$socket = socket_create(AF_INET, SOCK_STREAM, 0);
socket_connect($socket, ...explode(':', $server->localAddresses()[0]));
socket_write($socket, http_get('/gone'));
while ($server->stats()['inFlight'] === 0) {
    delay(0.01);
}
socket_set_option($socket, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
socket_close($socket);
while ($server->stats()['inFlight'] > 0) {
    delay(0.01);
}
var_dump(count($scopes) === count(array_unique(array_map(spl_object_id(...), $scopes))));
$server->close();
?>
--EXPECT--
plain ended
GET /plain: 200"answer"
GET /detached: 200"answer"
sibling was cancelled
reported: DomainException, of a task
GET /fails: 500"500 Internal Server Error\n"
reported: DomainException, after the handler
GET /late: 500"500 Internal Server Error\n"
GET /stream: 200"8\r\npiece 0 \r\n8\r\npiece 1 \r\n8\r\npiece 2 \r\n0\r\n\r\n"
reported: DomainException, failed at 1
GET /broken: 200"8\r\npiece 0 \r\n"
HEAD /stream: 200""
detached goes on
left alone was cancelled
bool(true)
