<?php
/**
 * An HTTP server with a page, JSON, an echo of the body and a slow route that waits without holding anybody up.
 *
 *     php -d extension=evloop examples/http-server.php [ADDRESS]      (127.0.0.1:8080 by default)
 *
 * Ends gracefully on SIGINT (Ctrl-C) and SIGTERM: requests that have begun are answered first.
 */
use Evloop\Http\{Request, Response, Server};
use Evloop\{Loop, Watcher};
use function Evloop\delay;

$page = <<<'HTML'
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>evloop</title>
    <h1>It works</h1>
    <ul>
        <li><a href="/json?hello=world">/json</a> what the server saw of your request
        <li><a href="/slow">/slow</a> an answer after a second
        <li><code>curl -d hello http://…/echo</code> sends the body back
    </ul>
    </html>
    HTML;

$server = new Server(fn (Request $request) => match ($request->path) {
    '/' => Response::html($page),
    '/json' => ['method' => $request->method, 'query' => $request->query(), 'headers' => $request->headers],
    '/echo' => new Response(200, ['Content-Type' => $request->header('content-type') ?? 'text/plain'], $request->text()),
    '/slow' => slow(),
    default => Response::text("Nothing here: $request->path\n", 404),
});

function slow(): string
{
    delay(1.0);
    return "Others were served meanwhile.\n";
}

Loop::setErrorHandler(fn (Throwable $error) => fwrite(STDERR, "$error\n"));
$server->listen('tcp://' . ($argv[1] ?? '127.0.0.1:8080'));
$start = Loop::now();
echo "Listening on http://{$server->localAddresses()[0]}/ (stop with Ctrl-C)\n";

$stop = function (int $signal, Watcher $watcher) use ($server, $start): void {
    $watcher->cancel(); // a second signal ends the process at once
    $server->close(10.0);
    $requests = $server->stats()['requests'];
    printf("%d requests, %.0f a second\n", $requests, $requests / (Loop::now() - $start));
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
