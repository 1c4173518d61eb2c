<?php
// The memory of a connection with TLS in the event style that is idle after one message, resident and page tables, with 1,000 of them at
// once. The clients are a process of their own, which uses PHP's own streams.
use Evloop\{ListenOptions, Loop, ServerSocket, Socket, TlsOptions};

const COUNT = 1000;

function kilobytes(): int
{
	preg_match_all('/^Vm(?:RSS|PTE):\s+(\d+) kB/m', file_get_contents('/proc/self/status'), $sizes);
	return array_sum($sizes[1]);
}

/** Keeps them open until its input ends. */
function clients(string $address, int $count): void
{
	$context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);
	$clients = [];
	while (count($clients) < $count) {
		$clients[] = $client = stream_socket_client("tls://$address", context: $context);
		fwrite($client, 'hello');
		if (fread($client, 100) !== 'hello') {
			throw new Error('no answer');
		}
	}
	echo "all\n";
	fgets(STDIN);
}

if (isset($argv[2])) {
	clients($argv[1], (int) $argv[2]);
	exit;
}

$file = tempnam(sys_get_temp_dir(), 'tls');
$key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
openssl_x509_export(openssl_csr_sign(openssl_csr_new(['commonName' => 'localhost'], $key), null, $key, 1), $certificate);
openssl_pkey_export($key, $private);
file_put_contents($file, $certificate . $private);
$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $file)));
unlink($file);
$open = 0;
$echo = static fn (string $data, Socket $socket) => $socket->write($data);
$server->on('connection', static function (Socket $socket) use ($echo, &$open): void {
	$open++;
	$socket->on('data', $echo);
});
$process = proc_open([PHP_BINARY, '-n', __FILE__, $server->localAddress(), (string) COUNT], [['pipe', 'r'], ['pipe', 'w']], $pipes);
$before = kilobytes();
Loop::onReadable($pipes[1], static function ($stream, $watcher) use ($before, &$open, $server, $pipes): void {
	$watcher->cancel();
	if (fgets($pipes[1]) !== "all\n" || $open !== COUNT) {
		throw new Error('not all are there');
	}
	printf("%.2f KB\n", (kilobytes() - $before) / COUNT);
	fclose($pipes[0]);
	$server->close();
});
Loop::run();
