--TEST--
ServerSocket: connection, then close, each told once; a listener that waits keeps no other connection back
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Event, ServerSocket, Socket};
use function Evloop\{async, await, suspend};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
$go = new Event();
$count = 0;
$chained = $server->on('connection', function (Socket $socket, ServerSocket $from) use ($server, $go, &$count): void {
    $number = ++$count;
    echo "$number begins\n";
    if ($number === 1) {
        $go->await();
    }
    if ($number === 3) {
        $go->set();
    }
    $socket->end("$number");
    echo "$number ends ", $from === $server ? 'same' : 'other', "\n";
})->once('close', function (ServerSocket $from) use ($server): void {
    echo 'close ', $from === $server && $from->isClosed() ? 'closed' : 'open', "\n";
});
var_dump($chained === $server);
foreach ([1, 2, 3] as $i) {
    $clients[] = Socket::connect('tcp://' . $server->localAddress());
}
foreach ($clients as $client) {
    echo $client->readAll(), ' ';
}
echo "\n";
$server->close();
echo "not within close()\n";
$server->close();
suspend();
$server->on('close', fn () => print("too late\n"));
suspend();
?>
--EXPECT--
bool(true)
1 begins
2 begins
2 ends same
3 begins
3 ends same
1 ends same
1 2 3 
not within close()
close closed
