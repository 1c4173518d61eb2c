<?php
/** For ./dev faults: a server and its clients in one process; every wait has an end. */
require __DIR__ . '/here.inc';

use Evloop\{ConnectOptions, ServerSocket, Socket, Timeouts};
use function Evloop\{async, await, run};

run(function (): void {
	$server = ServerSocket::listen('tcp://127.0.0.1:0');
	$options = new ConnectOptions(timeouts: new Timeouts(connect: 2, read: 2, write: 2));
	async(function () use ($server): void {
		foreach ($server as $socket) {
			async(function (Socket $socket): void {
				while (($data = $socket->read(timeout: 2)) !== null) {
					$socket->write($data);
				}
				$socket->end();
			}, $socket);
		}
	});
	$clients = [];
	for ($i = 0; $i < 3; $i++) {
		$clients[] = async(function () use ($server, $options, $i): void {
			from_here_on();
			$socket = Socket::connect('tcp://' . $server->localAddress(), $options);
			$sent = random_bytes(100 + 100_000 * $i);
			$socket->write($sent);
			$socket->end();
			$back = $socket->readAll();
			$socket->close();
			$back === $sent || throw new UnexpectedValueException('other bytes came back');
		});
	}
	try {
		foreach ($clients as $client) {
			await($client, 4);
		}
	} finally {
		$server->close(); // else run() would go on
	}
});
echo "done\n";
