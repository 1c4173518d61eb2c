--TEST--
Without a cafile: whom openssl.cafile says, else whom OpenSSL finds; with nobody at all the refusal says so
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_peers.inc';
require dirname(__DIR__) . '/include/server.inc';
use Evloop\{ListenOptions, ServerSocket, Socket, Stream, TlsOptions};

$pki = Certificates::usual();
$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $pki->pem('server'))));
$server->on('connection', fn (Socket $socket) => $socket->end('hello'));
$ask = function (string $settings, array $environment) use ($server): string {
    $code = 'try { echo Evloop\Socket::connect($argv[1])->readAll(); } catch (Throwable $e) { echo $e->getMessage(); }';
    $command = 'exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . " $settings -r " . escapeshellarg($code) . " tls://{$server->localAddress()}";
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes, null, $environment + getenv());
    $said = (new Stream($pipes[1]))->readAll();
    proc_close($process);
    return preg_replace(['~/\S*/evloop-pki-\w+/~', '~:\d{4,5}~'], ['', ':PORT'], $said) . "\n";
};
$empty = $pki->write('empty', '');
$nowhere = ['SSL_CERT_FILE' => $empty, 'SSL_CERT_DIR' => "$pki->folder/none"];
echo $ask('', ['SSL_CERT_FILE' => $pki->crt('root')]);
echo $ask('', $nowhere);
echo $ask('-d openssl.cafile=' . $pki->crt('root'), $nowhere);
echo $ask('-d openssl.cafile=' . $pki->crt('client'), ['SSL_CERT_FILE' => $pki->crt('root')]);
echo $ask("-d openssl.cafile=$pki->folder/missing", []);
echo $ask("-d openssl.capath=$pki->folder/missing", []);
$server->close();
?>
--EXPECT--
hello
connect tls://127.0.0.1:PORT failed: the certificate was refused: unable to get local issuer certificate (CN=middle)
hello
connect tls://127.0.0.1:PORT failed: the certificate was refused: unable to get local issuer certificate (CN=middle)
TlsOptions: reading openssl.cafile of php.ini "missing" failed: no such file or directory (ENOENT)
TlsOptions: reading openssl.capath of php.ini "missing" failed: no such file or directory (ENOENT)
