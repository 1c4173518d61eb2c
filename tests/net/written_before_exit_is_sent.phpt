--TEST--
What was written before exit() is sent, whoever holds the socket
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$script = <<<'PHP'
    final class Holder { public static $socket; }
    $socket = Holder::$socket = Evloop\Socket::connect("tcp://$argv[1]");
    Evloop\async(function () use ($socket) {
        $socket->write('good');
        $socket->write('bye');
        exit(0);
    });
    PHP;
$server = stream_socket_server('tcp://127.0.0.1:0');
$command = 'exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . ' -r ' . escapeshellarg($script) . ' -- '
    . stream_socket_get_name($server, false);
$process = proc_open($command, [], $pipes);
var_dump(stream_get_contents(stream_socket_accept($server)));
?>
--EXPECT--
string(7) "goodbye"
