--TEST--
TlsOptions: open_basedir counts for every file
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/certificates.inc';
use Evloop\TlsOptions;

$pki = Certificates::usual();
ini_set('open_basedir', $pki->folder);
echo tls_failure(fn () => new TlsOptions(local_cert: $pki->pem('server'), cafile: $pki->crt('root'), capath: $pki->folder));
foreach (['local_cert', 'cafile', 'capath'] as $option) {
    echo tls_failure(fn () => new TlsOptions(...[$option => '/etc']));
    echo tls_failure(fn () => new TlsOptions(...[$option => "$pki->folder/../.."]));
}
echo tls_failure(fn () => new TlsOptions(SNI_server_certs: ['a' => '/etc']));
echo tls_failure(fn () => new TlsOptions(local_cert: $pki->crt('server'), local_pk: '/etc'));
?>
--EXPECT--
fine
Evloop\TlsException: TlsOptions: reading local_cert "/etc" failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading local_cert "../.." failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading cafile "/etc" failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading cafile "../.." failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading capath "/etc" failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading capath "../.." failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading SNI_server_certs "/etc" failed: open_basedir does not allow it
Evloop\TlsException: TlsOptions: reading local_pk "/etc" failed: open_basedir does not allow it
