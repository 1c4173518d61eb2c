--TEST--
Node as the peer: TCP and Unix sockets, both directions, half-close, four megabytes
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!trim((string) shell_exec('command -v node'))) die('skip needs node');
?>
--FILE--
<?php
use Evloop\{Loop, ServerSocket, Socket};
use function Evloop\{async, await};

/** Echoes to whoever connects, and is an echo client of $argv[1] itself. */
const PEER = <<<'JS'
const net = require('net');
const server = net.createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket));
server.listen(process.argv[1] || 0, () => console.log(server.address().port || server.address()));
const address = process.argv[2];
const data = Buffer.alloc(4 << 20, 'node');
const client = net.connect(address.startsWith('/') ? { path: address } : { port: +address });
const parts = [];
client.on('data', (part) => parts.push(part));
client.on('end', () => { console.log(Buffer.concat(parts).equals(data)); server.close(); });
client.end(data);
JS;
$path = sys_get_temp_dir() . '/evl' . getmypid() . '.sock';
foreach (['tcp://127.0.0.1:0' => '', "unix://$path" => "$path.node"] as $uri => $theirs) {
    $server = ServerSocket::listen($uri);
    $server->on('connection', fn (Socket $socket) => $socket->on('data', fn (string $data) => $socket->write($data)));
    $ours = str_starts_with($uri, 'tcp') ? substr(strrchr($server->localAddress(), ':'), 1) : $path;
    $node = proc_open(['node', '-e', PEER, $theirs, $ours], [1 => ['pipe', 'w']], $pipes);
    $line = function () use ($pipes): string {
        $done = new Evloop\Deferred();
        Loop::onReadable($pipes[1], function ($pipe, $watcher) use ($done) { $watcher->cancel(); $done->resolve(trim(fgets($pipe))); });
        return await($done->promise);
    };
    $address = $line();
    $socket = Socket::connect($theirs === '' ? "tcp://127.0.0.1:$address" : "unix://$address");
    $data = random_bytes(4 << 20);
    $sending = async(fn () => $socket->end($data));
    var_dump($socket->readAll() === $data);
    echo $line(), "\n";
    $server->close();
    echo proc_close($node), "\n";
}
?>
--EXPECT--
bool(true)
true
0
bool(true)
true
0
