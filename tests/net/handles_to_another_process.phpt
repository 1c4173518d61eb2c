--TEST--
sendHandle() and receiveHandle(): connections move to another process with the bytes that were read and not taken
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, ServerSocket, Socket, Timeouts};
use function Evloop\{async, await};

const WORKER = <<<'PHP'
use Evloop\{Socket, Loop};
$from = Socket::connect($argv[1]);
while ($socket = $from->receiveHandle()) {
    Evloop\async(function () use ($socket) {
        while (($line = $socket->readLine()) !== null) {
            $socket->write(strtoupper($line) . ' for ' . $socket->remoteAddress() . "\n");
        }
        $socket->end(getmypid() . "\n");
    });
}
PHP;
$control = ServerSocket::listen('unix://' . sys_get_temp_dir() . '/evl' . getmypid() . '.sock');
$command = 'exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . ' -r ' . escapeshellarg(WORKER) . ' -- ' . escapeshellarg('unix://' . $control->localAddress());
$worker = proc_open($command, [], $pipes);
$to = $control->accept();

$server = ServerSocket::listen('tcp://127.0.0.1:0');
for ($i = 0; $i < 3; $i++) {
    $clients[$i] = Socket::connect('tcp://' . $server->localAddress());
    $clients[$i]->write("taken $i\nleft $i\nhal");
    $accepted = $server->accept();
    echo $accepted->readLine(), "\n";
    $to->sendHandle($accepted);
    echo net_failure(fn () => $accepted->read());
}
foreach ($clients as $i => $client) {
    $client->end("f $i\n");
    $local = $client->localAddress();
    echo strtr($client->readAll(), [$local => 'HERE', (string) proc_get_status($worker)['pid'] => 'WORKER']);
}
$to->end();
$to->drain();
var_dump(proc_close($worker));
?>
--EXPECT--
taken 0
Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT is closed
taken 1
Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT is closed
taken 2
Evloop\ClosedException: read(): the stream to 127.0.0.1:PORT is closed
LEFT 0 for HERE
HALF 0 for HERE
WORKER
LEFT 1 for HERE
HALF 1 for HERE
WORKER
LEFT 2 for HERE
HALF 2 for HERE
WORKER
int(0)
