--TEST--
TlsInfo: what both ends say of a connection, also after it is closed; nobody else makes one
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
use Evloop\{Socket, TlsInfo, TlsOptions};

$pki = Certificates::usual();
$tell = function (TlsInfo $info): void {
    $info = (array) $info;
    $info['peerCertificate'] = $info['peerCertificate'] === null ? null : openssl_x509_parse($info['peerCertificate'])['subject']['CN'];
    echo json_encode($info), "\n";
};
$both = fn (array $server, array $client) => tls_ends(new TlsOptions(...$server + ['local_cert' => $pki->pem('server')]), new TlsOptions(...$client + ['cafile' => $pki->crt('root')]));
foreach ([
    [[], []],
    [['alpn_protocols' => ['a', 'b']], ['alpn_protocols' => ['b', 'a'], 'capture_peer_cert' => true, 'peer_name' => '127.0.0.1']],
    [['capture_peer_cert' => true, 'cafile' => $pki->crt('root')], ['local_cert' => $pki->pem('client'), 'ciphers' => 'TLS_CHACHA20_POLY1305_SHA256']],
    [['capture_peer_cert' => true, 'ciphers' => 'TLS_AES_128_GCM_SHA256'], []],
] as [$server, $client]) {
    [$one, $other] = $both($server, $client);
    $tell($one->tls());
    $tell($info = $other->tls());
}
$one->close();
$other->close();
$tell($info);
echo tls_failure($one->tls(...));
echo tls_failure(fn () => Socket::pair()[0]->tls());
echo tls_failure(fn () => $info->alpn = 'c');
echo tls_failure(fn () => clone $info);
echo tls_failure(fn () => serialize($info));
echo tls_failure(fn () => new TlsInfo);
echo tls_failure(fn () => (new ReflectionClass(TlsInfo::class))->newInstanceWithoutConstructor());
echo tls_failure(fn () => clone new TlsOptions);
echo tls_failure(fn () => serialize(new TlsOptions));
$options = new TlsOptions;
echo tls_failure(fn () => $options->cafile = 'a');
?>
--EXPECT--
{"protocol":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384","alpn":null,"serverName":"localhost","peerCertificate":null,"resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384","alpn":null,"serverName":"localhost","peerCertificate":null,"resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384","alpn":"a","serverName":null,"peerCertificate":"server","resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384","alpn":"a","serverName":null,"peerCertificate":null,"resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_CHACHA20_POLY1305_SHA256","alpn":null,"serverName":"localhost","peerCertificate":null,"resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_CHACHA20_POLY1305_SHA256","alpn":null,"serverName":"localhost","peerCertificate":"client","resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_AES_128_GCM_SHA256","alpn":null,"serverName":"localhost","peerCertificate":null,"resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_AES_128_GCM_SHA256","alpn":null,"serverName":"localhost","peerCertificate":null,"resumed":false}
{"protocol":"TLSv1.3","cipher":"TLS_AES_128_GCM_SHA256","alpn":null,"serverName":"localhost","peerCertificate":null,"resumed":false}
Evloop\ClosedException: tls(): the stream to 127.0.0.1:PORT is closed
fine
Error: Cannot modify readonly property Evloop\TlsInfo::$alpn
Error: Trying to clone an uncloneable object of class Evloop\TlsInfo
Exception: Serialization of 'Evloop\TlsInfo' is not allowed
Error: Call to private Evloop\TlsInfo::__construct() from global scope
ReflectionException: Class Evloop\TlsInfo is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Trying to clone an uncloneable object of class Evloop\TlsOptions
Exception: Serialization of 'Evloop\TlsOptions' is not allowed
Error: Cannot modify readonly property Evloop\TlsOptions::$cafile
