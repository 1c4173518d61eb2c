--TEST--
OpenSSL's queue of errors is left as it was found, whatever fails; PHP's own openssl and curl work beside it
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
use Evloop\TlsOptions;

function errors(): array
{
    for ($errors = []; ($error = openssl_error_string()) !== false; $errors[] = $error) {
    }
    return $errors;
}
$pki = Certificates::usual();
$pki->make('expired', 'middle', ['names' => ['DNS:localhost'], 'to' => -10]);
$broken = $pki->write('broken', "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
$doings = [
    fn () => tls_attempt($pki, 'server'),
    fn () => tls_attempt($pki, 'expired'),
    fn () => new TlsOptions(cafile: $broken),
    fn () => new TlsOptions(local_cert: $pki->crt('server')),
    fn () => new TlsOptions(local_cert: $pki->crt('server'), local_pk: $pki->key('root')),
    fn () => new TlsOptions(ciphers: 'NOTHING'),
    fn () => tls_attempt($pki, 'server', ['alpn_protocols' => ['a']], ['alpn_protocols' => ['b']]),
    fn () => Evloop\Socket::connect('tls://localhost:' . explode(':', ($server = Evloop\ServerSocket::listen('tcp://127.0.0.1:0'))->localAddress())[1], new Evloop\ConnectOptions(
        new Evloop\Timeouts(handshake: 0.05))),
];
errors();
foreach ($doings as $doing) {
    tls_failure($doing);
    echo count(errors());
}
echo "\n";
foreach ($doings as $doing) {
    // PHP's own errors are neither lost nor mixed with ours.
    var_dump(@openssl_x509_read('no certificate'), @openssl_pkey_get_private('no key'));
    tls_failure($doing);
    $errors = errors();
    echo count($errors) > 0 && !preg_grep('~tls|ssl routines~i', $errors) ? 'as they were' : implode("\n", $errors), "\n";
}
[$one, $other] = tls_ends(new TlsOptions(local_cert: $pki->pem('server')), new TlsOptions(cafile: $pki->crt('root')));
@openssl_decrypt('rubbish', 'aes-128-gcm', 'key', 0, 'iv', 'tag');
@openssl_x509_read('no certificate');
$one->write("after\n");
echo $other->readLine(100), openssl_sign('data', $signature, file_get_contents($pki->key('root'))) ? ' and PHP signs' : '', "\n";
?>
--EXPECT--
00000000
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
bool(false)
bool(false)
as they were
after and PHP signs
