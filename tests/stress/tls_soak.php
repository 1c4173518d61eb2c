<?php
/**
 * `php -n -d extension=modules/evloop.so tests/stress/tls_soak.php [MEBIBYTES [HANDSHAKES]]`: 1 GiB of random bytes goes over eight connections
 * of TLS to a server and back, and comes back with equal hashes, with no more than 64 MiB of memory on either side; then 10,000
 * connections one after the other, half of them resumed, a tenth of them cut off, leave no memory and no descriptor behind.
 */
require dirname(__DIR__) . '/include/soak.inc';
require dirname(__DIR__) . '/include/certificates.inc';

use Evloop\{ConnectOptions, ListenOptions, Loop, ServerSocket, Socket, StreamException, TlsOptions};
use function Evloop\{async, await, run};

const CONNECTIONS = 8;
const ROUNDS = 10;

function serve(string $certificate): never
{
	$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $certificate)));
	echo $server->localAddress(), "\n";
	$server->on('connection', function (Socket $socket): void {
		try {
			foreach ($socket as $data) {
				$socket->write($data);
			}
			$socket->end();
		} catch (StreamException) {
			// It was cut off.
		}
	});
	Loop::onSignal(SIGTERM, fn () => exit(0));
	Loop::run();
	exit;
}

function roundTrip(string $uri, ConnectOptions $options, int $bytes, string $pool): array
{
	$socket = Socket::connect($uri, $options);
	$hashes = [hash_init('xxh3'), hash_init('xxh3')];
	$writer = async(function () use ($socket, $bytes, $pool, $hashes): void {
		for (; $bytes > 0; $bytes -= strlen($piece)) {
			$piece = substr($pool, random_int(0, 1 << 19), min($bytes, random_int(1, 200_000)));
			hash_update($hashes[0], $piece);
			$socket->write($piece);
		}
		$socket->end();
	});
	foreach ($socket as $data) {
		hash_update($hashes[1], $data);
	}
	await($writer);
	$socket->close();
	return array_map(hash_final(...), $hashes);
}

function shake(string $uri, array $options, int $count): int
{
	$resumed = 0;
	for ($i = 0; $i < $count; $i++) {
		$socket = Socket::connect($uri, $options[$i % 2 ? 'shared' : 'new']());
		$socket->write('ping');
		$socket->readExactly(4) === 'ping' || fail('no echo');
		$resumed += (int) $socket->tls()->resumed;
		$i % 10 ?: $socket->setOption(1, 13, 0); // SOL_SOCKET, SO_LINGER on Linux: a reset
		$socket->close();
	}
	return $resumed;
}

if (($argv[1] ?? '') === 'serve') {
	serve($argv[2]);
}
$pki = Certificates::usual();
$server = new TestServer(__FILE__, 'serve', $pki->pem('server'));
$uri = "tls://$server->host:$server->port";
$trust = new TlsOptions(cafile: $pki->crt('root'));
$shared = new ConnectOptions(tls: $trust);
$before = descriptors($server->pid) + 1;
$pool = random_bytes(1 << 20);
$bytes = intdiv((int) ($argv[1] ?? 1024) << 20, CONNECTIONS);
foreach (run(fn () => array_map(await(...), array_map(fn () => async(roundTrip(...), $uri, $shared, $bytes, $pool), range(1, CONNECTIONS)))) as $i => [$sent, $got]) {
	echo "connection $i: $sent $got\n";
	$sent === $got || fail('other bytes came back');
}
foreach (['server' => $server->pid, 'client' => getmypid()] as $side => $pid) {
	preg_match('/^VmHWM:\s+(\d+)/m', file_get_contents("/proc/$pid/status"), $peak);
	echo "$side: at most $peak[1] KiB\n";
	$peak[1] < 65536 || fail("the $side held $peak[1] KiB");
}

$options = ['shared' => fn () => $shared, 'new' => fn () => new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root')))];
$sizes = ['server' => [], 'client' => []];
for ($round = 0; $round < ROUNDS; $round++) {
	$count = intdiv((int) ($argv[2] ?? 10000), ROUNDS);
	$resumed = run(fn () => shake($uri, $options, $count));
	$sizes['server'][] = rss($server->pid);
	$sizes['client'][] = rss(getmypid());
	printf("%d connections, %d resumed: server %d KiB, client %d KiB\n", $count, $resumed, rss($server->pid), rss(getmypid()));
}
array_map(checkMemory(...), $sizes);
$left = settled($server, $before);
$left <= $before || fail("$left descriptors are open, and were $before");
finish($server);
