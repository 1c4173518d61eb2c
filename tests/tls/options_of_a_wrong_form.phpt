--TEST--
TlsOptions: a value of a wrong form is a ValueError that names the parameter
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/certificates.inc';
use Evloop\TlsOptions;

foreach ([
    ['peer_name' => ''], ['peer_name' => str_repeat('a', 254)], ['peer_name' => "a\0b"], ['peer_name' => '.example.com'],
    ['cafile' => ''], ['cafile' => "a\0b"], ['capath' => "a\0b"], ['local_cert' => "a\0b"], ['local_cert' => 'a', 'local_pk' => "a\0b"],
    ['local_pk' => 'a'], ['passphrase' => str_repeat('a', 1024)], ['ciphers' => ''], ['ciphers' => ':'], ['ciphers' => "A\0"],
    ['ciphers' => 'NONE-OF-THESE'], ['ciphers' => 'ECDHE+AESGCM:ECDHE-RSA-AES128-GCM-SHA265'], ['ciphers' => 'TLS_AES_129_GCM_SHA256'],
    ['min_proto_version' => ''], ['min_proto_version' => 'TLSv1.1'], ['min_proto_version' => 'TLSv1.4'], ['min_proto_version' => 'SSLv3'],
    ['alpn_protocols' => ['']], ['alpn_protocols' => [str_repeat('a', 256)]], ['alpn_protocols' => [1]], ['alpn_protocols' => ['a' => 'h2']],
    ['alpn_protocols' => array_fill(0, 300, str_repeat('a', 255))], ['alpn_protocols' => 'h2'],
    ['SNI_server_certs' => ['a']], ['SNI_server_certs' => ['' => 'a']], ['SNI_server_certs' => ['a' => '']], ['SNI_server_certs' => ['a' => 1]],
    ['SNI_server_certs' => ['a' => []]], ['SNI_server_certs' => ['a' => ['local_cert' => 'a']]], ['SNI_server_certs' => ['a' => ['local_cert' => 'a', 'local_pk' => "\0"]]],
    ['SNI_server_certs' => ['.a' => 'a']], ['verify_depth' => -1], ['verify_depth' => 101],
] as $arguments) {
    echo preg_replace('~^(\w+): Evloop.TlsOptions::__construct\(\): ~', '$1 ', tls_failure(fn () => new TlsOptions(...$arguments)));
}
foreach (['ECDHE+AESGCM', 'TLS_AES_128_GCM_SHA256', 'DEFAULT:!RC4:!NOTHING:@SECLEVEL=2', 'TLS_AES_128_GCM_SHA256,ECDHE-RSA-AES128-GCM-SHA256'] as $ciphers) {
    echo tls_failure(fn () => new TlsOptions(ciphers: $ciphers));
}
?>
--EXPECT--
ValueError Argument #3 ($peer_name) must be the name of a host, of at most 253 bytes, or an IP address
ValueError Argument #3 ($peer_name) must be the name of a host, of at most 253 bytes, or an IP address
ValueError Argument #3 ($peer_name) must be the name of a host, of at most 253 bytes, or an IP address
ValueError Argument #3 ($peer_name) must be the name of a host, of at most 253 bytes, or an IP address
ValueError Argument #5 ($cafile) must not be empty
ValueError Argument #5 ($cafile) must not have NUL bytes
ValueError Argument #6 ($capath) must not have NUL bytes
ValueError Argument #7 ($local_cert) must not have NUL bytes
ValueError Argument #8 ($local_pk) must not have NUL bytes
ValueError Argument #8 ($local_pk) must have a certificate beside it, $local_cert
ValueError Argument #9 ($passphrase) must have at most 1023 bytes
ValueError Argument #10 ($ciphers) must be a list of ciphers as OpenSSL writes it
ValueError Argument #10 ($ciphers) must be a list of ciphers that OpenSSL knows, not ":"
ValueError Argument #10 ($ciphers) must be a list of ciphers as OpenSSL writes it
ValueError Argument #10 ($ciphers) must be a list of ciphers that OpenSSL knows, not "NONE-OF-THESE"
ValueError Argument #10 ($ciphers) must be a list of ciphers that OpenSSL knows, not "ECDHE-RSA-AES128-GCM-SHA265"
ValueError Argument #10 ($ciphers) must be a list of ciphers that OpenSSL knows, not "TLS_AES_129_GCM_SHA256"
ValueError Argument #11 ($min_proto_version) must be "TLSv1.2" or "TLSv1.3", which are the versions that this extension speaks
ValueError Argument #11 ($min_proto_version) must be "TLSv1.2" or "TLSv1.3", which are the versions that this extension speaks
ValueError Argument #11 ($min_proto_version) must be "TLSv1.2" or "TLSv1.3", which are the versions that this extension speaks
ValueError Argument #11 ($min_proto_version) must be "TLSv1.2" or "TLSv1.3", which are the versions that this extension speaks
ValueError Argument #12 ($alpn_protocols) must be a list of names of protocols, each of 1 to 255 bytes
ValueError Argument #12 ($alpn_protocols) must be a list of names of protocols, each of 1 to 255 bytes
ValueError Argument #12 ($alpn_protocols) must be a list of names of protocols, each of 1 to 255 bytes
ValueError Argument #12 ($alpn_protocols) must be a list
ValueError Argument #12 ($alpn_protocols) must be a list of at most 65535 bytes in all
TypeError Argument #12 ($alpn_protocols) must be of type array, string given
ValueError Argument #13 ($SNI_server_certs) must have names of hosts as keys, of at most 253 bytes
ValueError Argument #13 ($SNI_server_certs) must have names of hosts as keys, of at most 253 bytes
ValueError Argument #13 ($SNI_server_certs) must have for "a" the path of a file, or ["local_cert" => path, "local_pk" => path]
ValueError Argument #13 ($SNI_server_certs) must have for "a" the path of a file, or ["local_cert" => path, "local_pk" => path]
ValueError Argument #13 ($SNI_server_certs) must have for "a" the path of a file, or ["local_cert" => path, "local_pk" => path]
ValueError Argument #13 ($SNI_server_certs) must have for "a" the path of a file, or ["local_cert" => path, "local_pk" => path]
ValueError Argument #13 ($SNI_server_certs) must have for "a" the path of a file, or ["local_cert" => path, "local_pk" => path]
ValueError Argument #13 ($SNI_server_certs) must have names of hosts as keys, of at most 253 bytes
ValueError Argument #15 ($verify_depth) must be between 0 and 100
ValueError Argument #15 ($verify_depth) must be between 0 and 100
fine
fine
fine
fine
