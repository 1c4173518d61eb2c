<?php
/**
 * `php -n -d extension=modules/evloop.so tests/stress/echo_soak.php [MEBIBYTES [events]]`: 1 GiB of random bytes goes in pieces of random
 * length through eight connections of examples/echo-server.php and back; what comes back has the hash of what was sent, and neither side
 * ever holds more than 64 MiB of memory. With "events" both sides are in the event style.
 */
require dirname(__DIR__) . '/include/soak.inc';

use Evloop\{Deferred, Progress, Socket};
use function Evloop\{async, await, run};

const CONNECTIONS = 8;

/** Sends and receives on a connection at once; the hashes of both directions. */
function roundTrip(string $uri, int $bytes, string $pool, Progress $progress): array
{
	$socket = Socket::connect($uri);
	$sent = hash_init('xxh3');
	$writer = async(function () use ($socket, $bytes, $pool, $sent): void {
		while ($bytes > 0) {
			$piece = substr($pool, random_int(0, 1 << 19), min($bytes, random_int(1, 200_000)));
			hash_update($sent, $piece);
			$socket->write($piece);
			$bytes -= strlen($piece);
		}
		$socket->end();
	});

	$received = hash_init('xxh3');
	while (($data = $socket->read()) !== null) {
		hash_update($received, $data);
		$progress->advance(strlen($data));
	}
	await($writer);
	$socket->close();
	return [hash_final($sent), hash_final($received)];
}

/** The same by listeners. */
function roundTripByEvents(string $uri, int $bytes, string $pool, Progress $progress): array
{
	$socket = Socket::connect($uri);
	$sent = hash_init('xxh3');
	$received = hash_init('xxh3');
	$piece = '';
	$send = function () use ($socket, &$bytes, &$piece, $pool, $sent): void {
		while ($bytes > 0) {
			$piece = $piece !== '' ? $piece : substr($pool, random_int(0, 1 << 19), min($bytes, random_int(1, 200_000)));
			if (!$socket->tryWrite($piece)) {
				return; // "drain" will be told
			}
			hash_update($sent, $piece);
			$bytes -= strlen($piece);
			$piece = '';
		}
		$socket->end();
	};
	$closed = new Deferred();
	$socket->on('drain', $send);
	$socket->on('data', function (string $data) use ($received, $progress): void {
		hash_update($received, $data);
		$progress->advance(strlen($data));
	});
	$socket->on('close', fn (?Throwable $failure) => $failure ? $closed->reject($failure) : $closed->resolve());
	$send();
	await($closed->promise);
	return [hash_final($sent), hash_final($received)];
}

$byEvents = ($argv[2] ?? '') === 'events';
$server = new TestServer(dirname(__DIR__, 2) . '/examples/echo-server' . ($byEvents ? '-events' : '') . '.php', '127.0.0.1:0');
$bytes = intdiv((int) ($argv[1] ?? 1024) << 20, CONNECTIONS);
$pool = random_bytes(1 << 20);
$uri = "tcp://$server->host:$server->port";

$hashes = run(function () use ($uri, $bytes, $pool, $byEvents): array {
	$progress = new Progress($bytes * CONNECTIONS, 'echo', 'B');
	$tasks = [];
	for ($i = 0; $i < CONNECTIONS; $i++) {
		$tasks[] = async($byEvents ? roundTripByEvents(...) : roundTrip(...), $uri, $bytes, $pool, $progress);
	}
	return array_map(await(...), $tasks);
});

foreach ($hashes as $i => [$sent, $received]) {
	echo "connection $i: $sent $received\n";
	$sent === $received || fail('other bytes came back');
}
foreach (['server' => $server->pid, 'client' => getmypid()] as $side => $pid) {
	preg_match('/^VmHWM:\s+(\d+)/m', file_get_contents("/proc/$pid/status"), $peak);
	echo "$side: at most $peak[1] KiB\n";
	$peak[1] < 65536 || fail("the $side held $peak[1] KiB");
}
finish($server);
