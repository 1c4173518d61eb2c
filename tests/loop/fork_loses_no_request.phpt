--TEST--
Of 10,000 requests to a server whose process forks again and again none is lost or served twice; the children work on their own
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Http\{Request, Response, Server};
use Evloop\{Loop, Socket};
use function Evloop\{async, await, delay};

const CLIENTS = 10;
const REQUESTS = 1000;

$client = <<<'PHP'
[, $port, $name, $count] = $argv;
$socket = stream_socket_client("tcp://127.0.0.1:$port");
for ($i = 0; $i < $count; $i++) {
	fwrite($socket, "GET /$name-$i HTTP/1.1\r\nHost: a\r\n\r\n");
	while (($line = fgets($socket)) !== "\r\n") {
		$line !== false || exit("cut at $i\n");
	}
	($body = fgets($socket)) === "/$name-$i\n" || exit("wrong answer to $i: $body\n");
}
echo "served\n";
PHP;
$seen = [];
$server = new Server(function (Request $request) use (&$seen): Response {
	$seen[$request->target] = ($seen[$request->target] ?? 0) + 1;
	return Response::text("$request->target\n");
});
$server->listen('tcp://127.0.0.1:0');
$port = substr(strrchr($server->localAddresses()[0], ':'), 1);

/** A child with a server and a client of its own. */
function child(): never
{
	$own = new Server(fn () => Response::text('own'));
	$own->listen('tcp://127.0.0.1:0');
	$socket = Socket::connect('tcp://' . $own->localAddresses()[0]);
	$socket->write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	exit(str_ends_with($socket->readAll(1000), 'own') ? 0 : 1);
}
$answers = $processes = $outputs = [];
for ($i = 0; $i < CLIENTS; $i++) {
	$command = [getenv('TEST_PHP_EXECUTABLE'), '-n', '-r', $client, '--', $port, $i, REQUESTS];
	$processes[] = proc_open($command, [1 => ['pipe', 'w']], $pipes);
	$outputs[] = $pipes[1];
}
for ($children = []; count($seen) < CLIENTS * REQUESTS || count($children) < 10;) {
	Loop::delay(0.002, Loop::stop(...));
	Loop::run();
	try {
		if (count($children) < 20) {
			$children[] = pcntl_fork() ?: child();
		}
	} catch (LogicException) {
		// A handler is under way.
	}
}
foreach ($outputs as $output) {
	Loop::onReadable($output, function ($output, $watcher) use (&$answers): void {
		$answers[] = fgets($output);
		$watcher->cancel();
	});
}
async(function () use (&$answers, $server): void {
	while (count($answers) < CLIENTS) {
		delay(0.001);
	}
	$server->close();
});
Loop::run();
$failed = 0;
foreach ($children as $child) {
	pcntl_waitpid($child, $status);
	$failed += $status !== 0;
}
echo count($seen), ' requests, ', array_sum($seen), " served\n";
echo json_encode(array_count_values($answers)), ", $failed children failed\n";
?>
--EXPECT--
10000 requests, 10000 served
{"served\n":10}, 0 children failed
