--TEST--
UDP: nc and socat as the other side
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!trim((string) shell_exec('command -v nc')) || !trim((string) shell_exec('command -v socat'))) die('skip nc and socat are not both installed');
if (!str_contains((string) shell_exec('nc -h 2>&1'), '-u')) die('skip this nc knows no UDP');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/udp.inc';
use Evloop\DatagramSocket;

$socket = DatagramSocket::bind('udp://127.0.0.1:0');
preg_match('/\d+$/', $socket->localAddress(), $port);
foreach (["nc -u -w 5 127.0.0.1 $port[0]", "socat -t 5 - UDP4:127.0.0.1:$port[0]"] as $command) {
    $process = proc_open("exec $command", [['pipe', 'r'], ['pipe', 'w']], $pipes);
    fwrite($pipes[0], 'hello');
    $datagram = $socket->receive(10);
    $socket->send(strtoupper($datagram->data), $datagram->address);
    echo fread($pipes[1], 5), "\n";
    proc_terminate($process);
    proc_close($process);
}

/* socat serves. */
$place = udp_nobody();
preg_match('/\d+$/', $place, $port);
$process = proc_open("exec socat UDP4-RECVFROM:$port[0],bind=127.0.0.1 SYSTEM:'tr a-z A-Z'", [], $pipes);
$client = DatagramSocket::connect("udp://$place");
for ($answer = null, $tries = 0; $answer === null && $tries < 100; $tries++) {
    try {
        $client->send('from us');
        $answer = $client->receive(0.2);
    } catch (Evloop\SocketException | Evloop\TimeoutException) {
        Evloop\delay(0.1); // socat is not there yet
    }
}
echo $answer?->data, "\n";
proc_terminate($process);
?>
--EXPECT--
HELLO
HELLO
FROM US
