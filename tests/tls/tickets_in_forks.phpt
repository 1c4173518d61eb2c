--TEST--
Tickets of one process are good in others that were forked from the same one, and in no stranger
--EXTENSIONS--
evloop
openssl
pcntl
--SKIPIF--
<?php
if (!function_exists('pcntl_fork')) {
    die('skip there is no pcntl');
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
use Evloop\{ConnectOptions, ListenOptions, ServerSocket, Socket, TlsOptions};

$pki = Certificates::usual();
$shared = new TlsOptions(local_cert: $pki->pem('server'));
/** A process with a server of its own; its port. */
$start = function (callable $options) use (&$children): string {
    [$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $children[] = $pid = pcntl_fork();
    if ($pid === 0) {
        $server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: $options()));
        fwrite($there, $server->localAddress() . "\n");
        foreach ($server as $socket) {
            $socket->write($socket->tls()->resumed ? 'resumed' : 'new');
            $socket->end();
        }
    }
    return trim(fgets($here));
};
$one = $start(fn () => $shared);
$other = $start(fn () => $shared);
$stranger = $start(fn () => new TlsOptions(local_cert: $pki->pem('server')));
$client = new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root')));
foreach ([$one, $one, $other, $one, $stranger] as $address) {
    $socket = Socket::connect("tls://$address", $client);
    echo $socket->readAll(), ' ', $socket->tls()->resumed ? 'resumed' : 'new', "\n";
    $socket->close();
}
foreach ($children as $pid) {
    posix_kill($pid, SIGKILL);
}
?>
--EXPECT--
new new
resumed resumed
resumed resumed
resumed resumed
new new
