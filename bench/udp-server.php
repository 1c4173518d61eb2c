<?php
// The UDP server, one coroutine or (with "events") a listener: prints its port, and on SIGTERM its CPU time and the datagrams answered since then.
use Evloop\{Datagram, DatagramSocket, Loop};
use function Evloop\async;

$requests = 0;
$cpu = static function (): int {
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
};

$socket = DatagramSocket::bind('udp://127.0.0.1:0');
echo preg_replace('/.*:/', '', $socket->localAddress()), "\n";

if (($argv[1] ?? '') === 'events') {
	$socket->on('message', static function (Datagram $datagram, DatagramSocket $socket) use (&$requests): void {
		$requests++;
		$socket->send($datagram->data, $datagram->address);
	});
} else {
	async(static function () use ($socket, &$requests): void {
		while ($datagram = $socket->receive()) {
			$requests++;
			$socket->send($datagram->data, $datagram->address);
		}
	});
}

$start = $cpu();
Loop::onSignal(15, static function () use (&$requests, $cpu, $start): never {
	printf("cpu_us=%d requests=%d\n", $cpu() - $start, $requests);
	exit(0);
});
Loop::run();
