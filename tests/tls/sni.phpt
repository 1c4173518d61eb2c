--TEST--
SNI_server_certs: the first name that fits, as in PHP's own streams; other names get local_cert or nothing
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';

$pki = Certificates::usual();
$pki->make('a', 'middle', ['names' => ['DNS:a.example']]);
$pki->make('rsa', 'middle', ['names' => ['DNS:rsa.example'], 'key' => 'rsa:2048']);
$pki->make('all', 'middle', ['names' => ['DNS:*.b.example']]);
$names = [
    'a.example' => $pki->pem('a'),
    'rsa.example' => ['local_cert' => $pki->pem('rsa'), 'local_pk' => $pki->key('rsa')],
    '*.b.example' => $pki->pem('all'),
    'deep.b.example' => $pki->pem('a'),
];
$ask = fn (string $name, array $server) => sprintf("%-16s %s", $name, tls_attempt($pki, 'server', ['peer_name' => $name], $server));
foreach ([['SNI_server_certs' => $names], ['SNI_server_certs' => $names, 'local_cert' => null]] as $server) {
    foreach (['a.example', 'A.Example', 'rsa.example', 'x.b.example', 'deep.b.example', 'b.example', 'x.y.b.example', 'localhost', '127.0.0.1'] as $name) {
        echo $ask($name, $server);
    }
}
echo 'a server without any: ', tls_failure(fn () => Evloop\ServerSocket::listen('tls://127.0.0.1:0', new Evloop\ListenOptions(tls: new Evloop\TlsOptions)));
echo 'a server without options: ', tls_failure(fn () => Evloop\ServerSocket::listen('tls://127.0.0.1:0'));
?>
--EXPECT--
a.example        TLSv1.3 TLS_AES_256_GCM_SHA384
A.Example        TLSv1.3 TLS_AES_256_GCM_SHA384
rsa.example      TLSv1.3 TLS_AES_256_GCM_SHA384
x.b.example      TLSv1.3 TLS_AES_256_GCM_SHA384
deep.b.example   TLSv1.3 TLS_AES_256_GCM_SHA384
b.example        the certificate is not for "b.example": it is for "localhost", "127.0.0.1", "::1"
x.y.b.example    the certificate is not for "x.y.b.example": it is for "localhost", "127.0.0.1", "::1"
localhost        TLSv1.3 TLS_AES_256_GCM_SHA384
127.0.0.1        TLSv1.3 TLS_AES_256_GCM_SHA384
a.example        TLSv1.3 TLS_AES_256_GCM_SHA384
A.Example        TLSv1.3 TLS_AES_256_GCM_SHA384
rsa.example      TLSv1.3 TLS_AES_256_GCM_SHA384
x.b.example      TLSv1.3 TLS_AES_256_GCM_SHA384
deep.b.example   TLSv1.3 TLS_AES_256_GCM_SHA384
b.example        the peer refused: unrecognized name
x.y.b.example    the peer refused: unrecognized name
localhost        the peer refused: unrecognized name
127.0.0.1        the peer refused: unrecognized name
a server without any: Evloop\TlsException: TlsOptions: a server needs a certificate: local_cert, or SNI_server_certs
a server without options: Evloop\TlsException: TlsOptions: a server needs a certificate: local_cert, or SNI_server_certs
