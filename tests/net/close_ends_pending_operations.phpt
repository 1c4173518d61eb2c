--TEST--
Closing in the middle of each operation: ClosedException in those who wait, null for who accepts
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, ServerSocket, StreamOptions};
use function Evloop\{async, await, delay};

$big = str_repeat('x', 20_000_000);
$operations = [
    'read' => fn ($s) => $s->read(),
    'readLine' => fn ($s) => $s->readLine(),
    'readExactly' => fn ($s) => $s->readExactly(5),
    'readAll' => fn ($s) => $s->readAll(),
    'iteration' => function ($s) { foreach ($s as $chunk); },
    'write' => fn ($s) => $s->write($big),
    'drain' => function ($s) use ($big) { while ($s->tryWrite(substr($big, 0, 500_000))); $s->drain(); },
    'end' => fn ($s) => $s->end($big),
];
foreach ($operations as $name => $operation) {
    [$socket, $peer] = net_peer();
    $waiting = async(fn () => $operation($socket));
    delay(0.001);
    $socket->close();
    echo $name, ': ', net_failure(fn () => await($waiting));
    echo net_failure(fn () => $operation($socket));
}
$server = ServerSocket::listen('tcp://127.0.0.1:0');
$waiting = [async(fn () => $server->accept()), async(fn () => $server->accept()), async(function () use ($server) { foreach ($server as $s); return 'over'; })];
delay(0.001);
$server->close();
var_dump(array_map(await(...), $waiting), $server->accept(), $server->isClosed());
?>
--EXPECT--
read: Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT is closed
readLine: Evloop\ClosedException: readLine(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: readLine(): the stream to 127.0.0.1:PORT is closed
readExactly: Evloop\ClosedException: readExactly(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: readExactly(): the stream to 127.0.0.1:PORT is closed
readAll: Evloop\ClosedException: readAll(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: readAll(): the stream to 127.0.0.1:PORT is closed
iteration: Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT is closed
write: Evloop\ClosedException: write(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: write(): the stream to 127.0.0.1:PORT is closed
drain: Evloop\ClosedException: drain(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: tryWrite(): the stream to 127.0.0.1:PORT is closed
end: Evloop\ClosedException: end(): the stream to 127.0.0.1:PORT was closed meanwhile
Evloop\ClosedException: end(): the stream to 127.0.0.1:PORT is closed
array(3) {
  [0]=>
  NULL
  [1]=>
  NULL
  [2]=>
  string(4) "over"
}
NULL
bool(true)
