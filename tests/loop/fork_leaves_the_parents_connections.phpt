--TEST--
A child that ends does not end connections or the server of its parent
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Http\{Response, Server};
use Evloop\Loop;

$server = new Server(fn () => new Response(body: 'ok'));
$server->listen('tcp://127.0.0.1:0');
$port = (int) substr(strrchr((string) $server->localAddresses()[0], ':'), 1);
$answers = 0;
for ($i = 0; $i < 5; $i++) {
	if ($i % 2 && pcntl_fork() === 0) {
		Loop::run();
		exit(0);
	}
	while ($i % 2 && pcntl_wait($status) <= 0);
	$client = stream_socket_client("tcp://127.0.0.1:$port");
	fwrite($client, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	Loop::onReadable($client, function ($client, $watcher) use (&$answers): void {
		$answers += (int) str_ends_with(stream_get_contents($client), 'ok');
		$watcher->cancel();
		Loop::stop();
	});
	Loop::run();
}
echo $answers, "\n";
exit();
?>
--EXPECT--
5
