--TEST--
TLS in bulk: both ways at once, equal hashes, bounded buffers; and a writer waits for a reader that rests
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{Socket, TlsOptions};
use function Evloop\{async, await, delay};

$pki = Certificates::usual();
[$client, $server] = tls_ends(new TlsOptions(local_cert: $pki->pem('server')), new TlsOptions(cafile: $pki->crt('root')));
$block = random_bytes(1 << 20);
$echo = async(function () use ($server) {
	foreach ($server as $data) {
		$server->write($data);
	}
	$server->end();
});
$sent = hash_init('sha256');
$writer = async(function () use ($client, $block, $sent) {
	for ($i = 0; $i < 24; $i++) {
		$piece = substr($block, $i * 1000) . str_repeat((string) $i, 777);
		hash_update($sent, $piece);
		$client->write($piece);
	}
	$client->end();
});
$got = hash_init('sha256');
foreach ($client as $data) {
	hash_update($got, $data);
}
await($writer);
await($echo);
var_dump(hash_final($sent) === hash_final($got), memory_get_peak_usage() < 16 << 20);

[$client, $server] = tls_ends(new TlsOptions(local_cert: $pki->pem('server')), new TlsOptions(cafile: $pki->crt('root')));
$writer = async(function () use ($client) {
	$client->write(str_repeat('x', 32 << 20));
	$client->end();
});
delay(0.05);
var_dump($writer->isFinished(), $client->getBufferedBytes() <= (1 << 20) + 65536);
for ($size = 0; ($data = $server->read(10000)) !== null; $size += strlen($data));
var_dump($size === 32 << 20);
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
