--TEST--
examples/port-scanner.php: open ports, with the greeting of one that greets
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';
use Evloop\{ServerSocket, Socket};

$greeter = ServerSocket::listen('tcp://127.0.0.1:0');
$port = (int) substr(strrchr($greeter->localAddress(), ':'), 1);
$greeter->on('connection', fn (Socket $socket) => $socket->end("220 hello\r\n"));
$command = 'exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . ' ' . dirname(__DIR__, 2) . "/examples/port-scanner.php 127.0.0.1";
$process = proc_open("$command " . ($port - 300) . '-' . ($port + 3), [1 => ['pipe', 'w']], $pipes);
$found = '';
Evloop\Loop::onReadable($pipes[1], function ($pipe, $watcher) use (&$found, $greeter) {
    $found .= $data = fread($pipe, 8192);
    if ($data === '' && feof($pipe)) {
        $watcher->cancel();
        $greeter->close();
    }
});
Evloop\Loop::run();
echo str_contains($found, "$port open  220 hello\n") ? "found\n" : $found;
echo proc_close($process), "\n";
echo shell_exec("$command 1-1");
?>
--EXPECT--
found
0
nothing is open
