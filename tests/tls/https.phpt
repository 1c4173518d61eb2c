--TEST--
HTTPS: requests one after the other, bodies and files of any size, keep-alive; HTTP without TLS gets its answer, a silent client is closed
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../include/tls_peers.inc';
use Evloop\{ConnectOptions, ListenOptions, Socket, TlsOptions};
use Evloop\Http\{Request, Response, Server, ServerOptions};
use function Evloop\async;

$pki = Certificates::usual();
$content = random_bytes(3_000_000);
$file = $pki->write('file.bin', $content);
$server = new Server(fn (Request $request) => match ($request->path) {
	'/file' => Response::file($file),
	'/echo' => $request->text(),
	default => "hello $request->path",
}, new ServerOptions(headTimeout: 1.0 * (int) (getenv('EVLOOP_TEST_SLOW') ?: 1)));
$server->listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $pki->pem('server'))));
[$address] = $server->localAddresses();

function ask(Socket $socket, string $request, string $body = ''): string
{
	$socket->write("$request HTTP/1.1\r\nHost: localhost\r\n" . ($body === '' ? '' : 'Content-Length: ' . strlen($body) . "\r\n") . "\r\n$body");
	for ($length = 0; ($line = $socket->readLine()) !== '';) {
		$length = preg_match('~^Content-Length: (\d+)~i', $line, $found) ? (int) $found[1] : $length;
	}
	return $length ? $socket->readExactly($length) : '';
}
$client = Socket::connect("tls://$address", new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root'))));
echo ask($client, 'GET /one'), ', ', ask($client, 'GET /two'), "\n";
var_dump(ask($client, 'GET /file') === $content, ask($client, 'POST /echo', $content) === $content);
$client->write("GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
echo substr($client->readAll(), -11), "\n"; // and the end is a close_notify

$plain = Socket::connect("tcp://$address");
$plain->write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
echo $plain->readAll();
$silent = Socket::connect("tcp://$address");
var_dump($silent->read());

// Handshakes that are not done are no requests: nobody waits for them.
$silent = Socket::connect("tcp://$address");
Evloop\delay(0.01);
$start = microtime(true);
$server->close();
var_dump($silent->read(), microtime(true) - $start < 0.9);
?>
--EXPECT--
hello /one, hello /two
bool(true)
bool(true)
hello /last
HTTP/1.1 400 Bad Request
Content-Type: text/plain
Content-Length: 44
Connection: close

This port speaks HTTPS: begin with https://
NULL
NULL
bool(true)
