<?php
/**
 * Answers that are sent while they are made: server-sent events, a long CSV, a text that comes word by word.
 *
 *     php -d extension=evloop examples/streaming.php [ADDRESS]      (127.0.0.1:8080 by default)
 *
 * Watch it with `curl -N http://127.0.0.1:8080/events`. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\Http\{Request, Response, Server};
use Evloop\{Loop, Watcher};
use function Evloop\delay;

/** One event a moment, until the browser is gone: then the generator ends where it yields, and its finally runs. */
function clock(): Generator
{
    try {
        for ($count = 0; ; $count++) {
            yield "id: $count\ndata: " . date('H:i:s') . "\n\n";
            delay(0.25);
        }
    } finally {
        echo "the reader of /events left after $count events\n";
    }
}

/** A million rows in constant memory: the generator goes on as the client reads. */
function rows(): Generator
{
    yield "number,square\n";
    for ($number = 1; $number <= 1_000_000; $number++) {
        yield "$number," . $number ** 2 . "\n";
    }
}

function words(string $text): Generator
{
    foreach (explode(' ', $text) as $word) {
        yield "$word ";
        delay(0.1);
    }
}

$server = new Server(fn (Request $request) => match ($request->path) {
    '/' => Response::html('<!doctype html><title>evloop</title><h1>…</h1><script>'
        . 'new EventSource("/events").onmessage = e => document.querySelector("h1").textContent = e.data</script>'),
    '/events' => new Response(200, ['Content-Type' => 'text/event-stream', 'Cache-Control' => 'no-store'], clock()),
    '/rows.csv' => new Response(200, ['Content-Type' => 'text/csv; charset=utf-8'], rows()),
    '/words' => words('a generator is an answer, too'),
    default => Response::text("Nothing here\n", 404),
});
Loop::setErrorHandler(fn (Throwable $error) => fwrite(STDERR, "$error\n"));
$server->listen('tcp://' . ($argv[1] ?? '127.0.0.1:8080'));
echo "Listening on http://{$server->localAddresses()[0]}/ (stop with Ctrl-C)\n";
$stop = function (int $signal, Watcher $watcher) use ($server): void {
    $watcher->cancel(); // a second signal ends the process at once
    $server->close(1.0); // who still reads /events then is cut
    Loop::stop();
};
array_map(fn (int $signal) => Loop::onSignal($signal, $stop), [2, 15]);
Loop::run();
