--TEST--
A client takes the names of a certificate as RFC 6125 does, and no others
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
$pki = Certificates::usual();
$last = null;
foreach ([
    ['DNS:www.example.com', ['www.example.com', 'WWW.Example.COM', 'www.example.com.', 'example.com', 'ww.example.com', 'www.example.com.evil.example']],
    ['DNS:*.example.com', ['www.example.com', 'example.com', 'a.b.example.com', 'xn--a.example.com']],
    ['DNS:*.com', ['example.com']], ['DNS:*', ['localhost']], ['DNS:*.', ['localhost']], ['DNS:*.*.example.com', ['a.b.example.com']],
    ['DNS:w*.example.com', ['www.example.com']], ['DNS:*w.example.com', ['www.example.com']], ['DNS:www.*.com', ['www.example.com']],
    ['DNS:.example.com', ['www.example.com']], ['DNS:WWW.EXAMPLE.com', ['www.example.com']],
    ['IP:127.0.0.1', ['127.0.0.1', '127.0.0.2', 'localhost']], ['IP:::1', ['::1', '0:0:0:0:0:0:0:1', '[::1]', '::2', '127.0.0.1']],
    ['DNS:127.0.0.1', ['127.0.0.1']], ['DNS:*.0.0.1', ['127.0.0.1']], ['DNS:::1', ['::1']], ['IP:0.0.0.0', ['127.0.0.1']],
] as [$name, $wanted]) {
    $pki->make('end', 'middle', ['names' => [$name], 'cn' => 'www.example.com']);
    foreach ($wanted as $peer_name) {
        $said = tls_attempt($pki, 'end', client: ['peer_name' => $peer_name]);
        printf("%-24s %-30s %s\n", $name, $peer_name, str_starts_with($said, 'TLSv1') ? 'fits'
            : (str_contains($said, "the certificate is not for \"" . trim(rtrim($peer_name, '.'), '[]') . "\": it is for \"" . preg_replace('~^\w+:~', '', $name) . '"') ? '-' : $said));
    }
}
?>
--EXPECT--
DNS:www.example.com      www.example.com                fits
DNS:www.example.com      WWW.Example.COM                fits
DNS:www.example.com      www.example.com.               fits
DNS:www.example.com      example.com                    -
DNS:www.example.com      ww.example.com                 -
DNS:www.example.com      www.example.com.evil.example   -
DNS:*.example.com        www.example.com                fits
DNS:*.example.com        example.com                    -
DNS:*.example.com        a.b.example.com                -
DNS:*.example.com        xn--a.example.com              fits
DNS:*.com                example.com                    -
DNS:*                    localhost                      -
DNS:*.                   localhost                      -
DNS:*.*.example.com      a.b.example.com                -
DNS:w*.example.com       www.example.com                -
DNS:*w.example.com       www.example.com                -
DNS:www.*.com            www.example.com                -
DNS:.example.com         www.example.com                -
DNS:WWW.EXAMPLE.com      www.example.com                fits
IP:127.0.0.1             127.0.0.1                      fits
IP:127.0.0.1             127.0.0.2                      -
IP:127.0.0.1             localhost                      -
IP:::1                   ::1                            fits
IP:::1                   0:0:0:0:0:0:0:1                fits
IP:::1                   [::1]                          fits
IP:::1                   ::2                            -
IP:::1                   127.0.0.1                      -
DNS:127.0.0.1            127.0.0.1                      -
DNS:*.0.0.1              127.0.0.1                      -
DNS:::1                  ::1                            -
IP:0.0.0.0               127.0.0.1                      -
