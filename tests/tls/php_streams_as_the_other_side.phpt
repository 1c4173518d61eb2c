--TEST--
PHP's own streams as client and as server: versions, names, client certificates, sessions do not disturb
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_commands.inc';
use Evloop\{ConnectOptions, Socket, TlsOptions};

$pki = Certificates::usual();
$client = <<<'PHP'
[, $port, $folder] = $argv;
foreach ([['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT], ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT], ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT],
    ['peer_name' => 'other.example'], ['cafile' => "$folder/server.crt"], ['alpn_protocols' => 'b,a'], ['alpn_protocols' => 'c'], ['local_cert' => null]] as $options) {
    $context = stream_context_create(['ssl' => array_filter($options + ['cafile' => "$folder/root.crt", 'local_cert' => "$folder/client.pem"])]);
    $stream = @stream_socket_client("ssl://localhost:$port", $code, $error, 10, STREAM_CLIENT_CONNECT, $context);
    fwrite($stream ?: STDERR, $stream ? "hello\n" : '');
    $said = $stream ? (string) stream_get_contents($stream) : 'refused';
    echo json_encode($options, JSON_UNESCAPED_SLASHES), ': ', str_replace("\n", ' ', $said), "\n";
}
PHP;
$server = tls_teller(['local_cert' => $pki->pem('server'), 'cafile' => $pki->crt('root'), 'alpn_protocols' => ['a', 'b']], $errors);
$said = TlsCommand::php($client, substr(strrchr($server->localAddress(), ':'), 1), $pki->folder)->end();
echo preg_replace(['~"\S*/evloop-pki-\w+/~', '~"crypto_method":~'], ['"', ''], $said), implode("\n", preg_grep("~^accept~", $errors)), "\n";
$server->close();

$serve = <<<'PHP'
[, $folder, $method] = $argv;
$context = stream_context_create(['ssl' => ['local_cert' => "$folder/server.pem", 'cafile' => "$folder/root.crt", 'verify_peer' => true, 'verify_peer_name' => false,
    'crypto_method' => (int) $method, 'alpn_protocols' => 'b', 'capture_peer_cert' => true]]);
$server = stream_socket_server('ssl://127.0.0.1:0', $code, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
echo stream_socket_get_name($server, false), ".\n";
for (;;) {
    if ($stream = @stream_socket_accept($server, 30)) {
        $line = fgets($stream);
        fwrite($stream, stream_get_meta_data($stream)['crypto']['protocol'] . ' ' . openssl_x509_parse(stream_context_get_params($stream)['options']['ssl']['peer_certificate'])['subject']['CN'] . " $line");
        fclose($stream);
    }
}
PHP;
foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_SERVER, STREAM_CRYPTO_METHOD_TLSv1_3_SERVER, STREAM_CRYPTO_METHOD_TLSv1_1_SERVER] as $method) {
    $php = TlsCommand::php($serve, $pki->folder, (string) $method);
    $port = (int) $php->until('~:(\d+)\.~')[1];
    foreach ([['local_cert' => $pki->pem('client')], []] as $options) {
        $tls = new TlsOptions(...$options + ['cafile' => $pki->crt('root'), 'alpn_protocols' => ['a', 'b']]);
        for ($i = 0; $i < 2; $i++) {
            $said = tls_failure(function () use ($port, $tls) {
                $socket = Socket::connect("tls://localhost:$port", new ConnectOptions(tls: $tls));
                $socket->write("hello\n");
                return trim($socket->readAll()) . ' ' . $socket->tls()->alpn . ($socket->tls()->resumed ? ' resumed' : '');
            });
            // How it refuses a client without a certificate is its own affair, as long as it does not answer.
            echo $options || str_contains($said, 'protocol version') ? $said : (str_contains($said, 'hello') ? 'answered' : 'not answered') . "\n";
        }
    }
    $php->kill();
}
?>
--EXPECT--
{33}: <TLSv1.2 - localhost new> <echo hello> 
{65}: <TLSv1.3 - localhost new> <echo hello> 
{17}: refused
{"peer_name":"other.example"}: refused
{"server.crt"}: refused
{"alpn_protocols":"b,a"}: <TLSv1.3 a localhost new> <echo hello> 
{"alpn_protocols":"c"}: refused

Warning: stream_get_contents(): SSL operation failed with code 1. OpenSSL Error messages:
error:0A00045C:SSL routines::tlsv13 alert certificate required in Command line code on line 7
{"local_cert":null}: 
accept from ADDRESS failed: unsupported protocol
accept from ADDRESS failed: the peer refused: unknown CA
accept from ADDRESS failed: no application protocol
accept from ADDRESS failed: peer did not return a certificate
fine: TLSv1.2 client hello b
fine: TLSv1.2 client hello b
not answered
not answered
fine: TLSv1.3 client hello b
fine: TLSv1.3 client hello b
not answered
not answered
Evloop\TlsException: connect tls://localhost:PORT failed: the peer refused: protocol version
Evloop\TlsException: connect tls://localhost:PORT failed: the peer refused: protocol version
Evloop\TlsException: connect tls://localhost:PORT failed: the peer refused: protocol version
Evloop\TlsException: connect tls://localhost:PORT failed: the peer refused: protocol version
