--TEST--
TCP and Unix sockets: nc and socat as the other side, as clients and as servers, each half closed behind what it sends
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!trim((string) shell_exec('command -v nc')) || !trim((string) shell_exec('command -v socat'))) die('skip nc and socat are not both installed');
if (PHP_OS !== 'Linux') die('skip other systems have one address of the loopback');
if (!preg_match('/-\w*N/', (string) shell_exec('nc -h 2>&1'))) die('skip this nc cannot half close');
?>
--FILE--
<?php
use Evloop\{ServerSocket, Socket, SocketException, Stream};
use function Evloop\{async, await, delay};

$sent = random_bytes(300_000);

/* They connect, and send their input; what we send back comes out of them. */
$path = sys_get_temp_dir() . '/evl-nc-' . getmypid() . '.sock';
foreach (['tcp://127.0.0.1:0' => ['nc -N 127.0.0.1 %d', 'socat - TCP4:127.0.0.1:%d'], "unix://$path" => ["nc -N -U $path", "socat - UNIX:$path"]] as $uri => $commands) {
    $server = ServerSocket::listen($uri);
    preg_match('/\d+$/', $server->localAddress(), $port);
    foreach ($commands as $command) {
        $process = proc_open('exec ' . sprintf($command, $port[0] ?? 0), [['pipe', 'r'], ['pipe', 'w']], $pipes);
        [$in, $out] = array_map(fn ($pipe) => new Stream($pipe), $pipes);
        $socket = $server->accept(10);
        $writing = async(function () use ($in, $sent, $pipes) {
            $in->write($sent);
            $in->drain();
            $in->close();
            fclose($pipes[0]);
        });
        $echo = async(function () use ($socket) {
            $all = $socket->readAll();
            $socket->end(strrev($all));
        });
        echo strtok($command, ' '), ': ', var_export(strrev($out->readAll()) === $sent, true), "\n";
        await($writing);
        await($echo);
        proc_close($process);
    }
    $server->close();
}

/* They listen, at an address that no other test has, and echo. */
$host = sprintf('127.77.%d.%d', getmypid() >> 8 & 255, getmypid() & 255);
foreach (["socat TCP4-LISTEN:%d,bind=$host EXEC:cat", "nc -N -l $host %d"] as $command) {
    $free = ServerSocket::listen("tcp://$host:0");
    preg_match('/\d+$/', $free->localAddress(), $port);
    $free->close();
    $process = proc_open('exec ' . sprintf($command, $port[0]), [['pipe', 'r'], ['pipe', 'w']], $pipes);
    for ($socket = null, $tries = 0; $socket === null && $tries < 200; $tries++) {
        try {
            $socket = Socket::connect("tcp://$host:$port[0]");
        } catch (SocketException) {
            delay(0.05); // it is not there yet
        }
    }
    if (str_starts_with($command, 'nc')) {
        fwrite($pipes[0], 'what nc was given');
        fclose($pipes[0]);
        echo $socket->readAll(), "\n";
        $socket->end('and what it got');
        $socket->drain();
        echo stream_get_contents($pipes[1]), "\n";
    } else {
        $writing = async(fn () => $socket->end($sent));
        var_dump($socket->readAll() === $sent);
        await($writing);
    }
    proc_close($process);
}
?>
--EXPECT--
nc: true
socat: true
nc: true
socat: true
bool(true)
what nc was given
and what it got
