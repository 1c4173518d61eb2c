<?php
/**
 * `php -n -d extension=modules/evloop.so tests/stress/sockets_soak.php [COUNT]`: 50,000 connections opened and closed, by turns over TCP
 * and a Unix socket, in the event and in the coroutine style, ended by either side, by both and by resets. After the last round there are
 * as many descriptors as after the first, and PHP's memory and the resident one are what they were, within 64 KiB and 2 % + 1 MiB.
 */
require dirname(__DIR__) . '/include/soak.inc';

use Evloop\{Loop, Progress, ServerSocket, Socket, Stream, StreamException};
use function Evloop\{async, delay, gather};

const ROUND = 5000;
const AT_ONCE = 50;

/** One connection: $how says who ends it. */
function client(string $uri, int $how): void
{
	$socket = Socket::connect($uri);
	try {
		$socket->write("$how");
		if ($how === 0) {
			$socket->end();
			$socket->readAll();
		} elseif ($how === 1) {
			$socket->read();
		} elseif ($how === 2 && str_starts_with($uri, 'tcp')) {
			$socket->read();
			$socket->setOption(1 /* SOL_SOCKET */, 13 /* SO_LINGER */, 0);
		}
	} catch (StreamException) {
		// The other end was faster.
	}
	$socket->close();
}

function serve(Socket $socket): void
{
	try {
		while (($data = $socket->read()) !== null) {
			$socket->write($data);
			if ($data === '1') {
				break;
			}
		}
	} catch (StreamException) {
	}
	$socket->close();
}

function listen(string $uri, bool $events): ServerSocket
{
	$server = ServerSocket::listen($uri);
	if ($events) {
		$server->on('connection', fn (Socket $socket) => $socket->on('error', fn () => 0)->on('data', function (string $data, Socket $socket): void {
			$socket->tryWrite($data);
			if ($data === '1') {
				$socket->close();
			}
		}));
	} else {
		async(function () use ($server): void {
			foreach ($server as $socket) {
				async(serve(...), $socket);
			}
		});
	}
	return $server;
}

$count = (int) ($argv[1] ?? 50_000);
$path = sys_get_temp_dir() . '/evl-soak' . getmypid() . '.sock';
$sizes = [];
$progress = new Progress(max($count, 8 * ROUND), 'connections', output: Stream::stdout());
for ($done = 0, $round = 0; $done < $count || $round < 8; $round++) {
	// An address of its own for each round: the kernel keeps ports for a minute.
	$server = listen($round & 1 ? "unix://$path" : 'tcp://127.0.0.' . (1 + $round % 200) . ':0', (bool) ($round & 2));
	$uri = $round & 1 ? "unix://$path" : "tcp://{$server->localAddress()}";
	gather((function () use ($uri, $progress) {
		for ($i = 0; $i < ROUND; $i++) {
			yield fn () => client($uri, $i % 4);
			$progress->advance();
		}
	})(), AT_ONCE);
	$server->close();
	unset($server);
	delay(0.05);
	gc_collect_cycles();
	$done += ROUND;
	$sizes[] = $now = ['descriptors' => descriptors(getmypid()), 'memory' => memory_get_usage(), 'resident' => rss(getmypid())];
	$progress->print(sprintf("%6d connections: %d descriptors, %d KiB of PHP's, %d KiB resident", $done, $now['descriptors'], $now['memory'] >> 10, $now['resident']));
}
$progress->finish();
[$first, $third, $last] = [$sizes[0], $sizes[3], end($sizes)];
$wrong = array_keys(array_filter([
	'descriptors are left' => $last['descriptors'] > $first['descriptors'],
	"PHP's memory grows" => $last['memory'] > $third['memory'] + 65536,
	'the process grows' => $last['resident'] > $third['resident'] * 1.02 + 1024,
]));
echo $wrong ? 'FAIL: ' . implode(', ', $wrong) : 'OK', "\n";
exit($wrong ? 1 : 0);
