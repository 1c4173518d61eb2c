--TEST--
Http\Server::listen(): names are resolved, connections of one listener are bounded, ports can be shared
--SKIPIF--
<?php
if (gethostbyname('localhost') === 'localhost') die('skip this system does not know localhost');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\{Http\Server, ListenOptions, Loop};

$server = new Server(function ($request) use (&$server, &$left) {
    if (--$left === 0) {
        Loop::defer(fn () => $server->close());
    }
    return $request->path . ' ' . $server->stats()['connections'];
});
$server->listen('tcp://localhost:0')->listen('tcp://127.0.0.1:0', new ListenOptions(maxConnections: 1));
[$named, $bounded] = $server->localAddresses();
$server->listen("tcp://127.0.0.1:0", new ListenOptions(reusePort: true));
(new Server(strlen(...)))->listen("tcp://{$server->localAddresses()[2]}", new ListenOptions(reusePort: true))->close();
$clients = [];
foreach ([$bounded, $bounded, $named] as $i => $address) {
    $clients[] = $client = stream_socket_client("tcp://$address");
    fwrite($client, http_get("/$i", 'Connection: close'));
    stream_socket_shutdown($client, STREAM_SHUT_WR);
}
$left = count($clients);
Loop::run();
foreach ($clients as $client) {
    echo substr(http_read($client), -4), "\n";
}
?>
--EXPECT--
/0 2
/1 1
/2 2
