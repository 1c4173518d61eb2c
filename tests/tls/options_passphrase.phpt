--TEST--
TlsOptions: the passphrase of a key; nobody is asked for one on the terminal
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/certificates.inc';
use Evloop\TlsOptions;

$pki = Certificates::usual();
$key = openssl_pkey_get_private('file://' . $pki->key('server'));
openssl_pkey_export($key, $locked, 'open sesame');
$pk = $pki->write('locked', $locked);
$both = $pki->write('both', file_get_contents($pki->crt('server')) . $locked);
echo tls_failure(fn () => new TlsOptions(local_cert: $pki->crt('server'), local_pk: $pk));
echo tls_failure(fn () => new TlsOptions(local_cert: $both));
echo tls_failure(fn () => new TlsOptions(local_cert: $both, passphrase: ''));
echo tls_failure(fn () => new TlsOptions(local_cert: $both, passphrase: 'open'));
echo tls_failure(fn () => new TlsOptions(local_cert: $both, passphrase: 'open sesame'));
echo tls_failure(fn () => new TlsOptions(local_cert: $pki->crt('server'), local_pk: $pk, passphrase: 'open sesame'));
echo tls_failure(fn () => new TlsOptions(local_cert: $pki->pem('server'), passphrase: 'not needed'));
echo tls_failure(fn () => new TlsOptions(SNI_server_certs: ['a' => $both]));
echo tls_failure(fn () => new TlsOptions(SNI_server_certs: ['a' => $both], passphrase: 'open sesame'));
try {
    new TlsOptions(local_cert: '/', passphrase: 'open sesame');
} catch (Evloop\TlsException $thrown) {
    var_dump(str_contains($thrown->getTraceAsString(), 'sesame'), (string) $thrown->getTrace()[0]['args'][8]?->getValue());
}
?>
--INI--
zend.exception_ignore_args=0
--EXPECT--
Evloop\TlsException: TlsOptions: local_pk: the private key in "locked" is encrypted and needs a passphrase
Evloop\TlsException: TlsOptions: local_cert: the private key in "both" is encrypted and needs a passphrase
Evloop\TlsException: TlsOptions: local_cert: the passphrase does not open the private key in "both"
Evloop\TlsException: TlsOptions: local_cert: the passphrase does not open the private key in "both"
fine
fine
fine
Evloop\TlsException: TlsOptions: SNI_server_certs: the private key in "both" is encrypted and needs a passphrase
fine
bool(false)
string(11) "open sesame"
