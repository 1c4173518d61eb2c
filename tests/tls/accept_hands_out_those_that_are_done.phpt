--TEST--
accept() of a TLS server: only what shook hands, within maxConnections and accept()'s own timeout; refused ones are nobody's
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{ConnectOptions, ListenOptions, ServerSocket, Socket, TlsOptions};
use function Evloop\{async, await};

$pki = Certificates::usual();
$secret = new TlsOptions(local_cert: $pki->pem('server'));
$trust = new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root')));
$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: $secret, maxConnections: 1));
$uri = 'tls://' . $server->localAddress();

$plain = Socket::connect('tcp://' . $server->localAddress()); // has the one place
echo preg_replace('~\d+\.\d+\.\d+\.\d+:\d+~', 'ADDRESS', tls_failure(fn () => $server->accept(0.05)));
$plain->close();

$connecting = async(fn () => Socket::connect($uri, $trust));
$first = $server->accept();
await($connecting)->write('one');
$second = async(fn () => Socket::connect($uri, $trust));
echo $first->read(), ' ';
var_dump($second->isFinished());
$first->close();
$accepted = $server->accept();
await($second)->write('two');
echo $accepted->read(), "\n";
$accepted->close();

// A client that does not trust us, and one that is gone before it is accepted.
$refusing = async(fn () => tls_failure(fn () => Socket::connect($uri)));
echo preg_replace('~\d+\.\d+\.\d+\.\d+:\d+~', 'ADDRESS', tls_failure(fn () => $server->accept(0.2))), preg_replace('~tls://\S+~', 'URI', await($refusing));

$waiting = async(fn () => $server->accept());
$half = Socket::connect('tcp://' . $server->localAddress());
Evloop\delay(0.01);
$server->close();
var_dump(await($waiting), $half->read());
?>
--EXPECT--
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.05 seconds
one bool(false)
two
Evloop\TimeoutException: accept() on 127.0.0.1:PORT: no connection came within 0.2 seconds
Evloop\TlsException: connect URI failed: the certificate was refused: unable to get local issuer certificate (CN=middle)
NULL
NULL
