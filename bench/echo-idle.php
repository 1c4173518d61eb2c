<?php
// The memory of a connection in the event style that is idle after one message, resident and page tables, with 5,000 of them (or as
// many as there are descriptors for) at once. The clients are a process of their own.
use Evloop\Loop;
use Evloop\ServerSocket;
use Evloop\Socket;

function kilobytes(): int
{
	preg_match_all('/^Vm(?:RSS|PTE):\s+(\d+) kB/m', file_get_contents('/proc/self/status'), $sizes);
	return array_sum($sizes[1]);
}

/** Keeps them open until its input ends. */
function clients(string $address, int $count): void
{
	$clients = [];
	while (count($clients) < $count) {
		$clients[] = $client = stream_socket_client($address);
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

$count = min(5000, (int) shell_exec('ulimit -n') - 100);
$server = ServerSocket::listen('tcp://127.0.0.1:0');
$open = 0;
$echo = static fn (string $data, Socket $socket) => $socket->write($data);
$server->on('connection', static function (Socket $socket) use ($echo, &$open): void {
	$open++;
	$socket->on('data', $echo);
});
$command = [PHP_BINARY, '-n', __FILE__, "tcp://{$server->localAddress()}", (string) $count];
$process = proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $pipes);
$before = kilobytes();
Loop::onReadable($pipes[1], static function ($stream, $watcher) use ($before, $count, &$open, $server, $pipes): void {
	$watcher->cancel();
	if (fgets($pipes[1]) !== "all\n" || $open !== $count) {
		throw new Error('not all are there');
	}
	printf("%.2f KB\n", (kilobytes() - $before) / $count);
	fclose($pipes[0]);
	$server->close();
});
Loop::run();
