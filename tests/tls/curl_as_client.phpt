--TEST--
An HTTPS server and curl: both versions, refusals of either side, client certificates, one connection for two requests
--EXTENSIONS--
evloop
openssl
--SKIPIF--
<?php
exec('curl --version 2>/dev/null', $output, $status);
if ($status !== 0) {
    die('skip there is no curl');
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_commands.inc';
use Evloop\Http\{Request, Response, Server};
use Evloop\{ListenOptions, TlsOptions};

$pki = Certificates::usual();
$serve = function (array $options) use ($pki): Server {
    return (new Server(fn (Request $request) => Response::text("$request->method $request->path " . strlen($request->text()) . "\n")))
        ->listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(...$options + ['local_cert' => $pki->pem('server'), 'alpn_protocols' => ['http/1.1']])));
};
$curl = function (Server $server, string $arguments, string $paths = '/a') use ($pki): string {
    $port = (int) substr(strrchr($server->localAddresses()[0], ':'), 1);
    $urls = array_map(fn (string $path) => "https://localhost:$port$path", explode(' ', $paths));
    return (new TlsCommand(['curl', '-sS', '--resolve', "localhost:$port:127.0.0.1", ...preg_split('~ ~', $arguments, -1, PREG_SPLIT_NO_EMPTY), ...$urls]))->end();
};
$server = $serve([]);
$ca = "--cacert {$pki->crt('root')}";
echo $curl($server, $ca);
echo $curl($server, "$ca --tls-max 1.2");
echo $curl($server, "$ca --tlsv1.3");
echo $curl($server, "$ca --http1.1 -d @{$pki->crt('root')} -o /dev/null", '/form');
echo tls_found($curl($server, "$ca -v", '/a /b'), '~GET /a 0~', '~GET /b 0~', '~Re-using existing connection~', '~ALPN: server accepted http/1.1~', '~SSL certificate verify ok~');
echo tls_found($curl($server, ''), '~certificate problem|certificate verify failed~i');
echo tls_found($curl($server, "$ca --tls-max 1.1 --ciphers DEFAULT:@SECLEVEL=0"), '~alert protocol version|unsupported protocol|no protocols available~');
$server->close(0.1);

$server = $serve(['cafile' => $pki->crt('root')]);
echo $curl($server, "$ca --cert {$pki->pem('client')}");
echo tls_found($curl($server, "$ca"), '~alert certificate required|alert handshake failure~');
echo tls_found($curl($server, "$ca --tls-max 1.2"), '~alert certificate required|alert handshake failure~');
$server->close(0.1);
?>
--EXPECT--
GET /a 0
GET /a 0
GET /a 0
GET /a 0, GET /b 0, Re-using existing connection, ALPN: server accepted http/1.1, SSL certificate verify ok
certificate problem
alert protocol version
GET /a 0
alert certificate required
alert handshake failure
