<?php
/** For ./dev faults: the same as echo.php over TLS, so that calls of OpenSSL's fail as well. */
require __DIR__ . '/here.inc';
require dirname(__DIR__) . '/include/certificates.inc';

use Evloop\{ConnectOptions, ListenOptions, ServerSocket, Socket, Timeouts, TlsOptions};
use function Evloop\{async, await, run};

$pki = Certificates::usual();
run(function () use ($pki): void {
	$times = new Timeouts(connect: 2, handshake: 2, read: 2, write: 2);
	$secret = new TlsOptions(local_cert: $pki->pem('server'));
	$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: $secret, timeouts: $times));
	$options = new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root')), timeouts: $times);
	async(function () use ($server): void {
		foreach ($server as $socket) {
			async(function (Socket $socket): void {
				while (($data = $socket->read()) !== null) {
					$socket->write($data);
				}
				$socket->end();
			}, $socket);
		}
	});
	$clients = [];
	for ($i = 0; $i < 2; $i++) {
		$clients[] = async(function () use ($server, $options, $i): void {
			from_here_on();
			$socket = Socket::connect('tls://' . $server->localAddress(), $options);
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
