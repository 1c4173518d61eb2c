<?php
/** For ./dev faults: the event style over a Unix socket, timeouts, a pipe, and a connection that moves; every wait has an end. */
require __DIR__ . '/here.inc';

use Evloop\{ServerSocket, Socket, Timeouts};
use function Evloop\{async, await, run};

run(function (): void {
	$path = sys_get_temp_dir() . '/evl-faults' . getmypid() . '.sock';
	$server = ServerSocket::listen("unix://$path");
	try {
		$server->on('connection', function (Socket $socket): void {
			$socket->setTimeouts(new Timeouts(idle: 2, total: 4, write: 2));
			$socket->on('data', fn (string $data, Socket $socket) => $socket->write($data))->on('close', fn () => 0);
		});
		from_here_on();
		[$here, $there] = Socket::pair();
		$sent = random_bytes(200_000);
		$client = async(function () use ($path, $sent): string {
			$socket = Socket::connect("unix://$path");
			$socket->setTimeouts(new Timeouts(read: 2, write: 2));
			$socket->end($sent);
			return $socket->readAll();
		});
		await($client, 4) === $sent || throw new UnexpectedValueException('other bytes came back');

		[$moved, $peer] = Socket::pair();
		$moving = async(fn () => $here->sendHandle($moved, 2));
		$arrived = $there->receiveHandle(2);
		await($moving, 2);
		$piping = async(fn () => $arrived->pipeTo($there));
		$peer->end('through all of them');
		$here->setTimeouts(new Timeouts(read: 2));
		$here->readAll() === 'through all of them' || throw new UnexpectedValueException('other bytes came out');
		await($piping, 2);
	} finally {
		$server->close(); // else run() would go on
	}
});
echo "done\n";
