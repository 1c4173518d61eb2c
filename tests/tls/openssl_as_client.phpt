--TEST--
A server and openssl s_client: versions, ciphers, ALPN, SNI, sessions, renegotiation, early data
--EXTENSIONS--
evloop
openssl
--SKIPIF--
<?php
exec('openssl version 2>/dev/null', $output, $status);
if ($status !== 0) {
    die('skip there is no openssl');
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_commands.inc';

$pki = Certificates::usual();
$errors = [];
$server = tls_teller(['local_cert' => $pki->pem('server'), 'alpn_protocols' => ['h2', 'http/1.1']], $errors);
$session = "$pki->folder/session";
$data = $pki->write('data', "early\n");
function ask(string $arguments): void
{
    global $pki, $server, $errors;
    $said = TlsCommand::client($server, "$arguments -ign_eof -CAfile " . $pki->crt('root') . ' -verify_return_error', "hello\n")->end();
    echo preg_replace('~\S*/evloop-pki-\w+/~', '', $arguments), ': ', str_contains($said, '<echo') ? tls_found($said, '~<TLS.*>~', '~<echo.*>~')
        : tls_found($said, '~alert [a-z][a-z ]*~') . '   ' . (array_shift($errors) ?? 'no error') . "\n";
}
ask('-tls1_2');
ask('-tls1_3');
ask('-tls1_1 -cipher DEFAULT:@SECLEVEL=0');
ask('-tls1 -cipher DEFAULT:@SECLEVEL=0');
ask('-tls1_2 -cipher AES128-SHA256');
ask('-tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305');
ask('-tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256');
ask('-alpn http/1.1,h2');
ask('-alpn http/1.1');
ask('-alpn spdy/3');
ask('-servername www.example.com');
ask('-noservername');
ask("-tls1_2 -sess_out $session");
ask("-tls1_2 -sess_in $session");
ask("-tls1_3 -sess_out $session");
ask("-tls1_3 -sess_in $session");
ask("-tls1_2 -no_ticket -sess_out $session");
ask("-tls1_2 -no_ticket -sess_in $session");
ask('-tls1_3 -curves P-521:X25519');

$early = TlsCommand::client($server, "-tls1_3 -sess_out $session -ign_eof", "hello\n")->end();
$early = TlsCommand::client($server, "-tls1_3 -sess_in $session -early_data $data -ign_eof", "hello\n")->end();
echo 'early data: ', tls_found($early, '~Early data was .*~', '~<TLS.*>~', '~<echo.*>~');

$again = TlsCommand::client($server, '-tls1_2');
$again->until('~<TLS~');
$again->write("R\n");
$again->until('~no renegotiation~');
echo 'renegotiation: ', tls_found($again->end(), '~no renegotiation~'), implode("\n", $errors), "\n";
$errors = [];
$update = TlsCommand::client($server, '-tls1_3');
$update->until('~<TLS~');
$update->write("k\n");
$update->until('~KEYUPDATE~');
$update->write("K\n");
$update->until('~KEYUPDATE.*KEYUPDATE~s');
$update->write("hello\n");
$update->until('~<echo hello~');
echo 'new keys: ', tls_found($update->end(), '~<echo.*>~'), implode("\n", $errors);
$server->close();
?>
--EXPECT--
-tls1_2: <TLSv1.2 - - new>, <echo hello>
-tls1_3: <TLSv1.3 - - new>, <echo hello>
-tls1_1 -cipher DEFAULT:@SECLEVEL=0: alert protocol version
   accept from ADDRESS failed: unsupported protocol
-tls1 -cipher DEFAULT:@SECLEVEL=0: alert protocol version
   accept from ADDRESS failed: unsupported protocol
-tls1_2 -cipher AES128-SHA256: alert handshake failure
   accept from ADDRESS failed: no shared cipher
-tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305: <TLSv1.2 - - new>, <echo hello>
-tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256: <TLSv1.3 - - new>, <echo hello>
-alpn http/1.1,h2: <TLSv1.3 h2 - new>, <echo hello>
-alpn http/1.1: <TLSv1.3 http/1.1 - new>, <echo hello>
-alpn spdy/3: alert no application protocol
   accept from ADDRESS failed: no application protocol
-servername www.example.com: <TLSv1.3 - www.example.com new>, <echo hello>
-noservername: <TLSv1.3 - - new>, <echo hello>
-tls1_2 -sess_out session: <TLSv1.2 - - new>, <echo hello>
-tls1_2 -sess_in session: <TLSv1.2 - - resumed>, <echo hello>
-tls1_3 -sess_out session: <TLSv1.3 - - new>, <echo hello>
-tls1_3 -sess_in session: <TLSv1.3 - - resumed>, <echo hello>
-tls1_2 -no_ticket -sess_out session: <TLSv1.2 - - new>, <echo hello>
-tls1_2 -no_ticket -sess_in session: <TLSv1.2 - - new>, <echo hello>
-tls1_3 -curves P-521:X25519: <TLSv1.3 - - new>, <echo hello>
early data: Early data was not sent, <TLSv1.3 - - resumed>, <echo hello>
renegotiation: no renegotiation
readLine() from ADDRESS failed: the peer refused: handshake failure
new keys: <echo hello>
