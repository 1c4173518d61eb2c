--TEST--
The end of TLS: close_notify is one, half a connection goes on, and what is cut off is an exception behind all that came
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{Socket, TlsOptions};
use function Evloop\{async, delay};

$pki = Certificates::usual();
$ends = fn () => tls_ends(new TlsOptions(local_cert: $pki->pem('server')), new TlsOptions(cafile: $pki->crt('root')));

[$client, $server] = $ends();
$client->write("last words\n");
$client->shutdown();
var_dump($server->readLine(), $server->read(), $server->isWritable());
$server->end("the answer\n");
var_dump($client->readAll());

[$client, $server] = $ends();
$client->write('closed');
$client->close();
var_dump($server->readAll());

/** A client whose connection is cut in the middle, by a wire that the test holds. */
function cut(Certificates $pki, callable $then): void
{
	[$near, $far] = Socket::pair();
	[$client, $wire] = Socket::pair();
	$relays = [async(fn () => $near->pipeTo($wire)), async(fn () => $wire->pipeTo($near))];
	$ready = async(fn () => $far->startTls(new TlsOptions(local_cert: $pki->pem('server'))));
	$client->startTls(new TlsOptions(cafile: $pki->crt('root'), peer_name: 'localhost'));
	$ready->await();
	$far->write("whole\nin part");
	$far->drain();
	delay(0.01);
	$near->close();
	$wire->close();
	array_map(fn ($relay) => tls_failure(fn () => $relay->await()), $relays);
	echo tls_failure(fn () => $then($client));
}
cut($pki, fn ($client) => $client->readLine() . tls_failure(fn () => $client->readLine()));
cut($pki, fn ($client) => $client->read() . ' ' . tls_failure(fn () => $client->read()));
cut($pki, fn ($client) => $client->readExactly(13));
cut($pki, fn ($client) => $client->readExactly(14));
cut($pki, fn ($client) => $client->readAll());
cut($pki, function ($client) {
	$client->on('data', fn ($data) => var_dump($data))->on('end', fn () => print("end\n"))->on('error', fn ($e) => print($e->getMessage() . "\n"));
	delay(0.01);
});
?>
--EXPECT--
string(10) "last words"
NULL
bool(true)
string(11) "the answer
"
string(6) "closed"
fine: wholeEvloop\TlsException: readLine() from Evloop\Socket failed: the connection ended without the peer's close_notify: what came may not be all

fine: whole
in part Evloop\TlsException: read() from Evloop\Socket failed: the connection ended without the peer's close_notify: what came may not be all

fine: whole
in part
Evloop\TlsException: readExactly() from Evloop\Socket failed: the connection ended without the peer's close_notify: what came may not be all
Evloop\TlsException: readAll() from Evloop\Socket failed: the connection ended without the peer's close_notify: what came may not be all
string(13) "whole
in part"
read() from Evloop\Socket failed: the connection ended without the peer's close_notify: what came may not be all
fine
