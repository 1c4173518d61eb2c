--TEST--
PHP's own stream functions in another process, as server and as client
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';
use Evloop\{ServerSocket, Socket};

$run = function (string $code, string ...$arguments) {
    $process = proc_open([PHP_BINARY, '-n', '-r', $code, '--', ...$arguments], [1 => ['pipe', 'w']], $pipes);
    return [$pipes[1], $process];
};
$server = ServerSocket::listen('tcp://127.0.0.1:0');
[$output, $process] = $run('$c = stream_socket_client("tcp://$argv[1]"); fwrite($c, str_repeat("question", 100000)); stream_socket_shutdown($c, STREAM_SHUT_WR);
    echo md5(stream_get_contents($c));', $server->localAddress());
$socket = $server->accept();
var_dump($socket->readAll() === str_repeat('question', 100000));
$answer = random_bytes(3_000_000);
$socket->end($answer);
$socket->drain();
var_dump(stream_get_contents($output) === md5($answer));

[$output, $process] = $run('$s = stream_socket_server("tcp://127.0.0.1:0"); echo stream_socket_get_name($s, false), "\n"; $c = stream_socket_accept($s);
    while (($line = fgets($c)) !== false) { fwrite($c, strrev(trim($line)) . "\r\n"); } fclose($c);');
$socket = Socket::connect('tcp://' . trim(fgets($output)));
$socket->write("abc\nde");
echo $socket->readLine(), "\n";
$socket->end("f\n");
echo $socket->readLine(), "\n";
var_dump($socket->readLine());
?>
--EXPECT--
bool(true)
bool(true)
cba
fed
NULL
