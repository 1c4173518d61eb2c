<?php
// The echo server, a coroutine a connection, or with "events" as argument in the event style: prints its port, and on SIGTERM its CPU time and the reads answered since then.
use Evloop\Loop;
use Evloop\ServerSocket;
use Evloop\Socket;
use Evloop\StreamException;
use function Evloop\async;

$requests = 0;
$cpu = static function (): int {
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
echo preg_replace('/.*:/', '', $server->localAddress()), "\n";

$serve = static function (Socket $socket) use (&$requests): void {
	try {
		while (($data = $socket->read()) !== null) {
			$requests++;
			$socket->write($data);
		}
	} catch (StreamException) {
		// The load ends by closing with answers on their way.
	}
	$socket->close();
};
if (($argv[1] ?? '') === 'events') {
	$echo = static function (string $data, Socket $socket) use (&$requests): void {
		$requests++;
		$socket->write($data);
	};
	$server->on('connection', static fn (Socket $socket) => $socket->on('data', $echo));
} else {
	async(static function () use ($server, $serve): void {
		while ($socket = $server->accept()) {
			async($serve, $socket);
		}
	});
}

$start = $cpu();
Loop::onSignal(15, static function () use (&$requests, $cpu, $start): never {
	printf("cpu_us=%d requests=%d\n", $cpu() - $start, $requests);
	exit(0);
});
Loop::run();
