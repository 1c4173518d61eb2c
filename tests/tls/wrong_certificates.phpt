--TEST--
A client refuses each kind of wrong certificate, and says why
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
use Evloop\TlsOptions;

$pki = Certificates::usual();
$right = ['names' => ['DNS:localhost']];
foreach ([
    'expired' => ['to' => -10] + $right,
    'not yet valid' => ['from' => 3600] + $right,
    'another name' => ['names' => ['DNS:a.example', 'DNS:b.example']],
    'common name only' => ['cn' => 'localhost'],
    'a NUL in the name' => ['names' => ["DNS:localhost\0.evil.example"]],
    'key usage' => ['usage' => ['keyCertSign']] + $right,
    'usage of a client' => ['extended' => ['clientAuth']] + $right,
    'usage for code' => ['extended' => ['codeSigning']] + $right,
    'unknown critical extension' => ['unknown' => true] + $right,
    'tampered' => ['tampered' => true] + $right,
    'signed by SHA-1' => ['digest' => 'sha1'] + $right,
    'RSA of 1024 bits' => ['key' => 'rsa:1024'] + $right,
] as $case => $with) {
    $pki->make('wrong', 'middle', $with);
    echo "$case: ", tls_attempt($pki, 'wrong');
}
$pki->make('rsa', 'root', ['ca' => true, 'key' => 'rsa:2048']);
$pki->make('wrong', 'rsa', ['digest' => 'md5'] + $right);
echo 'signed by MD5: ', tls_attempt($pki, 'wrong');
foreach ([
    'expired' => ['ca' => true, 'to' => -10],
    'no CA, it says' => ['ca' => false],
    'no CA, says nothing' => [],
    'usage without signing' => ['ca' => true, 'usage' => ['digitalSignature']],
    'signed by SHA-1' => ['ca' => true, 'digest' => 'sha1'],
    'RSA of 1024 bits' => ['ca' => true, 'key' => 'rsa:1024'],
    'permitted names' => ['ca' => true, 'permitted' => ['DNS:example.com']],
    'excluded names' => ['ca' => true, 'excluded' => ['DNS:localhost']],
    'tampered' => ['ca' => true, 'tampered' => true],
] as $case => $with) {
    $pki->make('between', 'root', $with);
    $pki->make('wrong', 'between', $right);
    echo "authority, $case: ", tls_attempt($pki, 'wrong');
}
$pki->make('short', 'root', ['ca' => true, 'pathlen' => 0]);
$pki->make('longer', 'short', ['ca' => true]);
$pki->make('wrong', 'longer', $right);
echo 'path length: ', tls_attempt($pki, 'wrong');
$pki->make('wrong', 'server', $right);
echo 'signed by a server: ', tls_attempt($pki, 'wrong');
$pki->make('alone', null, $right);
echo 'self-signed: ', tls_attempt($pki, 'alone');
$pki->make('stranger', null, ['ca' => true]);
$pki->make('wrong', 'stranger', $right);
echo 'unknown root: ', tls_attempt($pki, 'wrong');
$pki->make('other', null, ['cn' => 'root', 'ca' => true]);
$pki->make('wrong', 'other', $right);
echo 'root of the same name: ', tls_attempt($pki, 'wrong');
echo 'authority is not sent: ', tls_attempt($pki, 'server', server: ['local_cert' => $pki->crt('server'), 'local_pk' => $pki->key('server')]);
echo 'chain is too long: ', tls_attempt($pki, 'server', client: ['verify_depth' => 1]);
echo 'right: ', tls_attempt($pki, 'server');
?>
--EXPECT--
expired: certificate has expired (CN=wrong)
not yet valid: certificate is not yet valid (CN=wrong)
another name: the certificate is not for "localhost": it is for "a.example", "b.example"
common name only: the certificate is not for "localhost": it names nobody in its subjectAltName, and a common name does not count
a NUL in the name: the certificate is not for "localhost": it is for "localhost\x00.evil.example"
key usage: unsuitable certificate purpose (CN=wrong)
usage of a client: unsuitable certificate purpose (CN=wrong)
usage for code: unsuitable certificate purpose (CN=wrong)
unknown critical extension: unhandled critical extension (CN=wrong)
tampered: certificate signature failure (CN=wrong)
signed by SHA-1: CA signature digest algorithm too weak (CN=wrong)
RSA of 1024 bits: EE certificate key too weak (CN=wrong)
signed by MD5: CA signature digest algorithm too weak (CN=wrong)
authority, expired: certificate has expired (CN=between)
authority, no CA, it says: invalid CA certificate (CN=between)
authority, no CA, says nothing: invalid CA certificate (CN=between)
authority, usage without signing: invalid CA certificate (CN=between)
authority, signed by SHA-1: CA signature digest algorithm too weak (CN=between)
authority, RSA of 1024 bits: CA certificate key too weak (CN=between)
authority, permitted names: permitted subtree violation (CN=wrong)
authority, excluded names: excluded subtree violation (CN=wrong)
authority, tampered: certificate signature failure (CN=between)
path length: path length constraint exceeded (CN=short)
signed by a server: invalid CA certificate (CN=server)
self-signed: self-signed certificate (CN=alone)
unknown root: unable to get local issuer certificate (CN=wrong)
root of the same name: certificate signature failure (CN=wrong)
authority is not sent: unable to get local issuer certificate (CN=server)
chain is too long: certificate chain too long (CN=root)
right: TLSv1.3 TLS_AES_256_GCM_SHA384
