<?php
/** For ./dev faults: an HTTP server with clients of plain sockets in the same process; every wait has an end. */
require __DIR__ . '/here.inc';

use Evloop\Http\{Request, Response, Server};
use Evloop\{ConnectOptions, Loop, Socket, Timeouts};
use function Evloop\{async, await, delay, run};

run(function (): void {
	$server = new Server(function (Request $request) {
		from_here_on();
		return match ($request->path) {
			'/json' => ['query' => $request->query, 'header' => $request->header('X-Test')],
			'/stream' => (function () {
				yield 'one';
				delay(0.001);
				yield str_repeat('two', 30_000);
			})(),
			'/file' => Response::file(__FILE__),
			default => new Response(headers: ['X-Long' => str_repeat('y', 200)], body: $request->text()),
		};
	});
	$server->listen('tcp://127.0.0.1:0');
	$address = 'tcp://' . $server->localAddresses()[0];
	$ask = function (string $head, string $body = '') use ($address): string {
		$socket = Socket::connect($address, new ConnectOptions(timeouts: new Timeouts(connect: 2, read: 2, write: 2)));
		$length = strlen($body);
		$socket->write("$head HTTP/1.1\r\nHost: a\r\nX-Test: b\r\nConnection: close\r\nContent-Length: $length\r\n\r\n$body");
		return $socket->readAll();
	};
	$clients = [
		async($ask, 'GET /json?a=1'),
		async($ask, 'GET /stream'),
		async($ask, 'GET /file'),
		async($ask, 'POST /', str_repeat('x', 70_000)),
	];
	try {
		foreach ($clients as $client) {
			await($client, 4);
		}
	} finally {
		$server->close(1); // else run() would go on
	}
});
echo "done\n";
