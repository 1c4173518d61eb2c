<?php
/** For ./dev faults: datagrams to and fro in one process, with a coroutine and with listeners, and a look-up; every wait has an end. */
require __DIR__ . '/here.inc';

use Evloop\{Datagram, DatagramOptions, DatagramSocket, Dns, SocketException, TimeoutException};
use function Evloop\{async, await, run};

$ask = function (string $address, string $sent): void {
	$client = DatagramSocket::connect("udp://$address");
	for ($tries = 0; $tries < 5; $tries++) {
		try {
			$client->send($sent);
			if ($client->receive(0.3)->data === strrev($sent)) {
				return;
			}
		} catch (SocketException | TimeoutException $failure) {
			// Lost, as datagrams may be: once more.
		}
	}
	throw $failure ?? new UnexpectedValueException('other bytes came back');
};

run(function () use ($ask): void {
	from_here_on();
	$server = DatagramSocket::bind('udp://127.0.0.1:0', new DatagramOptions(queue: 4));
	try {
		$server->on('error', fn () => null);
		$server->on('message', fn (Datagram $datagram, $server) => $server->send(strrev($datagram->data), $datagram->address));
		try {
			Dns::resolve('localhost', null, 3);
		} catch (SocketException) {
			// It need not be known.
		}
		$texts = ['', 'text', random_bytes(60_000)];
		foreach (array_map(fn (string $text) => async($ask, $server->localAddress(), $text), $texts) as $client) {
			await($client, 4);
		}
	} finally {
		$server->close(); // else run() would go on
	}
});
echo "done\n";
