<?php
/* The server of slow_clients.sh: a page that takes about 0.2 ms to make, as an application's do, and an echo of the body. */
use Evloop\Http\{Request, Response, Server};
use Evloop\{Loop, Watcher};

function page(): Response
{
	$digest = '';
	for ($i = 0; $i < 1000; $i++) {
		$digest = md5($digest);
	}
	return Response::html("<title>$digest</title>" . str_repeat('<p>A page that is read slowly.', 400));
}

$server = new Server(fn (Request $request) => $request->method === 'POST' ? Response::text($request->text()) : page());
$server->listen('tcp://127.0.0.1:0');
echo "http://{$server->localAddresses()[0]}/\n";
Loop::onSignal(15, function (int $signal, Watcher $watcher) use ($server): void {
	$watcher->cancel();
	$server->close(10.0);
	echo $server->stats()['requests'], " requests\n";
	Loop::stop();
});
Loop::run();
