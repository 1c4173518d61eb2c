--TEST--
TlsOptions: what is wrong with a file is a TlsException that says which option, which file, and why
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/certificates.inc';
use Evloop\TlsOptions;

$pki = Certificates::usual();
$pki->make('weak', 'root', ['key' => 'rsa:1024', 'names' => ['DNS:a']]);
$pki->make('sha1', 'root', ['digest' => 'sha1', 'names' => ['DNS:a']]);
$nothing = $pki->write('nothing', "text\n");
$cut = $pki->write('cut', substr(file_get_contents($pki->crt('server')), 0, 300));
$broken = $pki->write('broken', str_replace('MII', 'MIJ', file_get_contents($pki->crt('server'))));
$second = $pki->write('second', file_get_contents($pki->crt('server')) . file_get_contents($broken));
$bad_key = $pki->write('bad_key', "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
[$crt, $key] = [$pki->crt('server'), $pki->key('server')];

foreach ([
    ['local_cert' => "$pki->folder/missing"], ['local_cert' => $pki->folder], ['local_cert' => '/dev/null'], ['local_cert' => $nothing],
    ['local_cert' => $cut], ['local_cert' => $broken], ['local_cert' => $second], ['local_cert' => $crt], ['local_cert' => $crt, 'local_pk' => $crt],
    ['local_cert' => $crt, 'local_pk' => "$pki->folder/missing"], ['local_cert' => $crt, 'local_pk' => $bad_key],
    ['local_cert' => $crt, 'local_pk' => $pki->key('root')], ['local_cert' => $pki->pem('weak')],
    ['cafile' => "$pki->folder/missing"], ['cafile' => $pki->folder], ['cafile' => $nothing], ['cafile' => $broken], ['cafile' => $second],
    ['capath' => "$pki->folder/missing"], ['capath' => $crt],
    ['SNI_server_certs' => ['a' => "$pki->folder/missing"]], ['SNI_server_certs' => ['a' => $crt]],
    ['SNI_server_certs' => ['a' => ['local_cert' => $crt, 'local_pk' => $pki->key('root')]]], ['SNI_server_certs' => ['a' => $pki->pem('weak')]],
    ['local_cert' => $pki->pem('server')], ['local_cert' => $crt, 'local_pk' => $key], ['local_cert' => $pki->pem('weak'), 'ciphers' => 'DEFAULT:@SECLEVEL=0'],
    ['cafile' => $crt, 'capath' => $pki->folder], ['SNI_server_certs' => ['a' => $pki->pem('server'), '*.b' => ['local_cert' => $crt, 'local_pk' => $key]]],
] as $arguments) {
    echo str_replace('Evloop\TlsException: TlsOptions: ', '', tls_failure(fn () => new TlsOptions(...$arguments)));
}
try {
    new TlsOptions(cafile: "$pki->folder/missing");
} catch (Evloop\TlsException $thrown) {
    var_dump($thrown->getCode(), $thrown->name, $thrown instanceof Evloop\SocketException);
}
?>
--EXPECTF--
reading local_cert "missing" failed: no such file or directory (ENOENT)
reading local_cert "" failed: illegal operation on a directory (EISDIR)
reading local_cert "/dev/null" failed: it is neither a file nor a link to one
local_cert: there is no certificate in the form of PEM in "nothing"
local_cert: certificate 1 in "cut" is damaged: %s
local_cert: certificate 1 in "broken" is damaged: %s
local_cert: certificate 2 in "second" is damaged: %s
local_cert: there is no private key in the form of PEM in "server.crt"; local_pk says where it is, if it is elsewhere
local_pk: there is no private key in the form of PEM in "server.crt"
reading local_pk "missing" failed: no such file or directory (ENOENT)
local_pk: the private key in "bad_key" is damaged: %s
local_pk: the private key in "root.key" does not belong to the certificate in "server.crt"
local_cert: OpenSSL does not take the certificate in "weak.pem": ee key too small
reading cafile "missing" failed: no such file or directory (ENOENT)
reading cafile "" failed: illegal operation on a directory (EISDIR)
cafile: there is no certificate in the form of PEM in "nothing"
cafile: certificate 1 in "broken" is damaged: %s
cafile: certificate 2 in "second" is damaged: %s
reading capath "missing" failed: no such file or directory (ENOENT)
reading capath "server.crt" failed: not a directory (ENOTDIR)
reading SNI_server_certs "missing" failed: no such file or directory (ENOENT)
SNI_server_certs: there is no private key in the form of PEM in "server.crt"; local_pk says where it is, if it is elsewhere
SNI_server_certs: the private key in "root.key" does not belong to the certificate in "server.crt"
SNI_server_certs: OpenSSL does not take the certificate of "a": ee key too small
fine
fine
fine
fine
fine
int(2)
string(6) "ENOENT"
bool(true)
