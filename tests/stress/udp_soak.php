<?php
/**
 * `php -n tests/stress/udp_soak.php [COUNT]`: so many datagrams of random size and bytes through a server that sends them back, 20 at
 * a time (the loopback loses none of so few); each must come back as it was.
 */
use Evloop\{Datagram, DatagramSocket, Progress};
use function Evloop\{map, run};

$count = (int) ($argv[1] ?? 20_000);
run(function () use ($count): void {
	$server = DatagramSocket::bind('udp://127.0.0.1:0');
	$server->on('message', fn (Datagram $datagram, DatagramSocket $server) => $server->send($datagram->data, $datagram->address));
	$address = $server->localAddress();
	$progress = new Progress($count, 'datagrams');
	map(range(1, 20), function () use ($count, $address, $progress): void {
		$client = DatagramSocket::connect("udp://$address");
		for ($i = 0; $i < $count / 20; $i++) {
			$sent = ($size = mt_rand(0, 9) ? mt_rand(0, 1000) : mt_rand(0, 8000)) ? random_bytes($size) : '';
			$client->send($sent);
			if ($client->receive(10)->data !== $sent) {
				throw new UnexpectedValueException('other bytes came back');
			}
			$progress->advance();
		}
	});
	$server->close();
	$server->getDropped() === 0 || throw new UnexpectedValueException('some were dropped');
});
echo "$count datagrams came back\n";
