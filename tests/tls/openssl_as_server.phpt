--TEST--
A client and openssl s_server: versions, ALPN, SNI, sessions, client certificates, renegotiation
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
use Evloop\{ConnectOptions, Socket, TlsOptions};

$pki = Certificates::usual();
$identity = "-cert {$pki->pem('server')} -key {$pki->key('server')} -cert_chain {$pki->crt('middle')}";
$trust = ['cafile' => $pki->crt('root')];
$mine = ['local_cert' => $pki->pem('client')];
function ask(int $port, TlsOptions $tls): string
{
    try {
        $socket = Socket::connect("tls://localhost:$port", new ConnectOptions(tls: $tls));
        $info = $socket->tls();
        $socket->write("hello\n");
        $said = sprintf('%s %s %s %s %s', $info->protocol, $info->alpn ?? '-', $info->serverName ?? '-', $info->resumed ? 'resumed' : 'new', $socket->readLine(100));
        $socket->close();
        return trim($said) . "\n";
    } catch (Evloop\TlsException $error) {
        return preg_replace('~localhost:\d+|127.0.0.1:\d+|\[::1\]:\d+~', 'SERVER', $error->getMessage()) . "\n";
    }
}
foreach ([
    ['-tls1_2', []], ['-tls1_3', []], ['-tls1_1 -cipher DEFAULT:@SECLEVEL=0', []], ['-tls1_2', ['min_proto_version' => 'TLSv1.3']],
    ['-tls1_2', ['ciphers' => 'TLS_AES_128_GCM_SHA256']], ['-tls1_2 -cipher AES128-SHA256', ['ciphers' => 'ECDHE+AESGCM']],
    ['-alpn h2,http/1.1', ['alpn_protocols' => ['http/1.1', 'h2']]], ['-alpn h2', ['alpn_protocols' => ['http/1.1']]], ['', ['alpn_protocols' => ['http/1.1']]],
    ["-tls1_2 -Verify 2 -CAfile {$pki->crt('root')} -verify_return_error", []], ["-tls1_2 -Verify 2 -CAfile {$pki->crt('root')} -verify_return_error", $mine],
    ["-tls1_3 -Verify 2 -CAfile {$pki->crt('root')} -verify_return_error", $mine], ["-tls1_3 -Verify 2 -CAfile {$pki->crt('root')} -verify_return_error", []],
] as [$arguments, $options]) {
    $server = TlsCommand::server("$identity $arguments", $port);
    $said = ask($port, new TlsOptions(...$options + $trust));
    echo preg_replace('~\S*/evloop-pki-\w+/~', '', $arguments), ' ', json_encode(array_diff_key($options, $mine)), isset($options['local_cert']) ? ' with certificate' : '', ': ', $said;
    $server->kill();
}
foreach (['-tls1_2', '-tls1_2 -no_ticket', '-tls1_3', '-tls1_3 -no_ticket', '-tls1_3 -num_tickets 0'] as $arguments) {
    $server = TlsCommand::server("$identity $arguments", $port);
    $shared = new TlsOptions(...$trust);
    echo "$arguments: ", ask($port, $shared), '   again: ', ask($port, $shared), '   again: ', ask($port, $shared), '   others: ', ask($port, new TlsOptions(...$trust));
    $server->kill();
}
// What is verified once is not forgotten: a session is of its name.
$server = TlsCommand::server($identity, $port);
$one = new TlsOptions(...$trust + ['peer_name' => '127.0.0.1']);
echo 'by name: ', ask($port, $shared), ask($port, new TlsOptions(...$trust + ['peer_name' => 'other.example'])), ask($port, $one), ask($port, $one);
$server->kill();

$server = new TlsCommand(explode(' ', "openssl s_server -accept 127.0.0.1:0 -tls1_2 $identity"));
$port = (int) $server->until('~ACCEPT \S+:(\d+)~')[1];
$socket = Socket::connect("tls://127.0.0.1:$port", new ConnectOptions(tls: new TlsOptions(...$trust)));
$socket->write("before\n");
$server->until('~before~');
$server->write("r\n");
echo 'renegotiation: ', tls_failure($socket->read(...));
$server->until('~no renegotiation~');
$server->kill();
?>
--EXPECT--
-tls1_2 []: TLSv1.2 - localhost new olleh
-tls1_3 []: TLSv1.3 - localhost new olleh
-tls1_1 -cipher DEFAULT:@SECLEVEL=0 []: connect tls://SERVER failed: the peer refused: protocol version
-tls1_2 {"min_proto_version":"TLSv1.3"}: connect tls://SERVER failed: the peer refused: protocol version
-tls1_2 {"ciphers":"TLS_AES_128_GCM_SHA256"}: connect tls://SERVER failed: the peer refused: protocol version
-tls1_2 -cipher AES128-SHA256 {"ciphers":"ECDHE+AESGCM"}: connect tls://SERVER failed: the peer refused: handshake failure
-alpn h2,http/1.1 {"alpn_protocols":["http\/1.1","h2"]}: TLSv1.3 h2 localhost new olleh
-alpn h2 {"alpn_protocols":["http\/1.1"]}: connect tls://SERVER failed: the peer refused: no application protocol
 {"alpn_protocols":["http\/1.1"]}: TLSv1.3 - localhost new olleh
-tls1_2 -Verify 2 -CAfile root.crt -verify_return_error []: connect tls://SERVER failed: the peer refused: handshake failure
-tls1_2 -Verify 2 -CAfile root.crt -verify_return_error [] with certificate: TLSv1.2 - localhost new olleh
-tls1_3 -Verify 2 -CAfile root.crt -verify_return_error [] with certificate: TLSv1.3 - localhost new olleh
-tls1_3 -Verify 2 -CAfile root.crt -verify_return_error []: readLine() from SERVER failed: the peer refused: tlsv13 alert certificate required
-tls1_2: TLSv1.2 - localhost new olleh
   again: TLSv1.2 - localhost resumed olleh
   again: TLSv1.2 - localhost resumed olleh
   others: TLSv1.2 - localhost new olleh
-tls1_2 -no_ticket: TLSv1.2 - localhost new olleh
   again: TLSv1.2 - localhost resumed olleh
   again: TLSv1.2 - localhost resumed olleh
   others: TLSv1.2 - localhost new olleh
-tls1_3: TLSv1.3 - localhost new olleh
   again: TLSv1.3 - localhost resumed olleh
   again: TLSv1.3 - localhost resumed olleh
   others: TLSv1.3 - localhost new olleh
-tls1_3 -no_ticket: TLSv1.3 - localhost new olleh
   again: TLSv1.3 - localhost resumed olleh
   again: TLSv1.3 - localhost resumed olleh
   others: TLSv1.3 - localhost new olleh
-tls1_3 -num_tickets 0: TLSv1.3 - localhost new olleh
   again: TLSv1.3 - localhost new olleh
   again: TLSv1.3 - localhost new olleh
   others: TLSv1.3 - localhost new olleh
by name: TLSv1.3 - localhost new olleh
connect tls://SERVER failed: the certificate was refused: the certificate is not for "other.example": it is for "localhost", "127.0.0.1", "::1"
TLSv1.3 - - new olleh
TLSv1.3 - - resumed olleh
renegotiation: Evloop\TlsException: read() from 127.0.0.1:PORT failed: the peer refused: handshake failure
