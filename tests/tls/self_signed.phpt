--TEST--
allow_self_signed, verify_peer and verify_peer_name: what each forgives, and what not
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';

$pki = Certificates::usual();
$pki->make('alone', null, ['names' => ['DNS:localhost']]);
$pki->make('old', null, ['names' => ['DNS:localhost'], 'to' => -10]);
$pki->make('stranger', null, ['ca' => true]);
$pki->make('end', 'stranger', ['names' => ['DNS:localhost']]);
$pki->make('elsewhere', 'root', ['names' => ['DNS:a.example']]);
$pki->make('weak', 'stranger', ['names' => ['DNS:localhost'], 'key' => 'rsa:1024', 'digest' => 'sha1']);
$pki->make('tampered', 'middle', ['names' => ['DNS:localhost'], 'tampered' => true]);
foreach (['alone', 'old', 'end', 'elsewhere', 'weak', 'tampered', 'server'] as $name) {
    foreach ([[], ['allow_self_signed' => true], ['verify_peer' => false], ['verify_peer_name' => false], ['verify_peer' => false, 'verify_peer_name' => false],
        ['allow_self_signed' => true, 'peer_name' => 'b.example'], ['verify_peer' => false, 'peer_name' => 'b.example']] as $client) {
        echo "$name ", json_encode($client), ': ', preg_replace('~^TLSv1.*~', 'fine', tls_attempt($pki, $name, $client));
    }
}
echo 'it is the one to trust: ', tls_attempt($pki, 'alone', ['cafile' => $pki->crt('alone')]);
echo 'trusted by capath: ';
foreach (['root', 'middle'] as $name) {
    $hash = sprintf('%08x', hexdec(openssl_x509_parse(file_get_contents($pki->crt($name)))['hash']));
    copy($pki->crt($name), "$pki->folder/$hash.0");
}
echo tls_attempt($pki, 'server', ['cafile' => null, 'capath' => $pki->folder]);
echo 'whom the system trusts: ', tls_attempt($pki, 'server', ['cafile' => null]);
?>
--EXPECT--
alone []: self-signed certificate (CN=alone)
alone {"allow_self_signed":true}: fine
alone {"verify_peer":false}: fine
alone {"verify_peer_name":false}: self-signed certificate (CN=alone)
alone {"verify_peer":false,"verify_peer_name":false}: fine
alone {"allow_self_signed":true,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
alone {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
old []: self-signed certificate (CN=old)
old {"allow_self_signed":true}: certificate has expired (CN=old)
old {"verify_peer":false}: fine
old {"verify_peer_name":false}: self-signed certificate (CN=old)
old {"verify_peer":false,"verify_peer_name":false}: fine
old {"allow_self_signed":true,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
old {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
end []: unable to get local issuer certificate (CN=end)
end {"allow_self_signed":true}: unable to get local issuer certificate (CN=end)
end {"verify_peer":false}: fine
end {"verify_peer_name":false}: unable to get local issuer certificate (CN=end)
end {"verify_peer":false,"verify_peer_name":false}: fine
end {"allow_self_signed":true,"peer_name":"b.example"}: unable to get local issuer certificate (CN=end)
end {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
elsewhere []: the certificate is not for "localhost": it is for "a.example"
elsewhere {"allow_self_signed":true}: the certificate is not for "localhost": it is for "a.example"
elsewhere {"verify_peer":false}: the certificate is not for "localhost": it is for "a.example"
elsewhere {"verify_peer_name":false}: fine
elsewhere {"verify_peer":false,"verify_peer_name":false}: fine
elsewhere {"allow_self_signed":true,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "a.example"
elsewhere {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "a.example"
weak []: EE certificate key too weak (CN=weak)
weak {"allow_self_signed":true}: EE certificate key too weak (CN=weak)
weak {"verify_peer":false}: fine
weak {"verify_peer_name":false}: EE certificate key too weak (CN=weak)
weak {"verify_peer":false,"verify_peer_name":false}: fine
weak {"allow_self_signed":true,"peer_name":"b.example"}: EE certificate key too weak (CN=weak)
weak {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
tampered []: certificate signature failure (CN=tampered)
tampered {"allow_self_signed":true}: certificate signature failure (CN=tampered)
tampered {"verify_peer":false}: fine
tampered {"verify_peer_name":false}: certificate signature failure (CN=tampered)
tampered {"verify_peer":false,"verify_peer_name":false}: fine
tampered {"allow_self_signed":true,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
tampered {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost"
server []: fine
server {"allow_self_signed":true}: fine
server {"verify_peer":false}: fine
server {"verify_peer_name":false}: fine
server {"verify_peer":false,"verify_peer_name":false}: fine
server {"allow_self_signed":true,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost", "127.0.0.1", "::1"
server {"verify_peer":false,"peer_name":"b.example"}: the certificate is not for "b.example": it is for "localhost", "127.0.0.1", "::1"
it is the one to trust: TLSv1.3 TLS_AES_256_GCM_SHA384
trusted by capath: TLSv1.3 TLS_AES_256_GCM_SHA384
whom the system trusts: unable to get local issuer certificate (CN=middle)
