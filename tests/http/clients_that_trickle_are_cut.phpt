--TEST--
Http\Server: a body that trickles, in whatever direction, ends soon after its timeout although no gap is as long
--EXTENSIONS--
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\{Request, Server, ServerOptions};
use function Evloop\delay;

/** A client with a small window, so that what it takes is what it reads. */
function small_window(string $address, string $request): Socket
{
    $socket = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
    socket_set_option($socket, SOL_SOCKET, SO_RCVBUF, 2048);
    socket_set_option($socket, SOL_TCP, 2, 88); // TCP_MAXSEG
    socket_connect($socket, ...explode(':', $address));
    socket_write($socket, $request);
    return $socket;
}

$server = new Server(
    fn (Request $request) => $request->path === '/' ? $request->text() : str_repeat('x', 10_000_000),
    new ServerOptions(bodyTimeout: 1.0)
);
$server->listen('tcp://127.0.0.1:0');
[$address] = $server->localAddresses();
$reader = small_window($address, http_get('/long'));
$turn = 0;
do {
    delay(0.1);
    @socket_recv($reader, $bytes, 40, MSG_DONTWAIT);
} while ($server->stats()['connections'] > 0 && ++$turn < 90);
echo 'taken: ', $turn < 90 ? 'cut' : 'too long', "\n";

$writer = Evloop\Socket::connect("tcp://$address");
$writer->write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
for ($turn = 0, $answer = ''; $answer === '' && $turn < 80; $turn++) {
    $writer->write('x');
    try {
        $answer = http_statuses($writer->read(timeout: 0.05));
    } catch (Evloop\TimeoutException) {
    }
}
echo "sent: $answer\n";
$server->close();
?>
--EXPECT--
taken: cut
sent: 408
