<?php
// The memory of an idle keep-alive connection that was answered once, resident and page tables, with 5,000 of them (or as many as
// there are descriptors for) at once. The clients are a process of their own.
use Evloop\Http\Server;
use Evloop\Loop;

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
		fwrite($client, "GET / HTTP/1.1\r\nHost: bench\r\n\r\n");
		if (!str_contains(fread($client, 1000), 'Hello')) {
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
$server = new Server(static fn (): string => 'Hello, World!');
$server->listen('tcp://127.0.0.1:0');
$command = [PHP_BINARY, '-n', __FILE__, "tcp://{$server->localAddresses()[0]}", (string) $count];
$process = proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $pipes);
$before = kilobytes();
Loop::onReadable($pipes[1], static function ($stream, $watcher) use ($before, $count, $server, $pipes): void {
	$watcher->cancel();
	if (fgets($pipes[1]) !== "all\n" || $server->stats()['connections'] !== $count) {
		throw new Error('not all are there');
	}
	printf("%.2f KB\n", (kilobytes() - $before) / $count);
	fclose($pipes[0]);
	$server->close();
});
Loop::run();
