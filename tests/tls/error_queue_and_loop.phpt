--TEST--
TLS leaves OpenSSL's queue of errors to PHP's openssl, and a server that nobody asks keeps no loop alive
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{ListenOptions, ServerSocket, Socket, TlsOptions};

$pki = Certificates::usual();
openssl_pkey_get_private('no key');
$before = [];
while ($error = openssl_error_string()) {
	$before[] = $error;
}
openssl_pkey_get_private('no key');
[$client, $server] = tls_ends(new TlsOptions(local_cert: $pki->pem('server')), new TlsOptions(cafile: $pki->crt('root')));
$client->write('x');
$server->read();
echo tls_attempt($pki, 'client');
$client->close();
$server->close();
$after = [];
while ($error = openssl_error_string()) {
	$after[] = $error;
}
var_dump($before !== [], $before === $after);

$idle = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $pki->pem('server'))));
$guest = Socket::connect('tcp://' . $idle->localAddress());
Evloop\Loop::run();
echo "done\n";
?>
--EXPECT--
unsuitable certificate purpose (CN=client)
bool(true)
bool(true)
done
