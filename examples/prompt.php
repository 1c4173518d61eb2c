<?php
/**
 * A prompt beside a running server: commands are typed while requests are answered.
 *
 *     php -d extension=evloop examples/prompt.php [HOST:PORT]      (127.0.0.1:8080 by default)
 *
 * Try `help`, and `curl http://127.0.0.1:8080/` in another terminal. Ends with `quit`, Ctrl-D or Ctrl-C.
 */
use Evloop\Http\{Request, Response, Server};
use Evloop\{Stream, StreamException, Terminal, TimeoutException};

$greeting = 'Hello';
$password = null;
$requests = 0;
$server = new Server(function (Request $request) use (&$greeting, &$password, &$requests): Response|string {
    $requests++;
    if ($password !== null && $request->header('authorization') !== 'Basic ' . base64_encode(":$password")) {
        return new Response(401, ['WWW-Authenticate' => 'Basic']);
    }
    return "$greeting, $request->path\n";
});
$server->listen('tcp://' . ($argv[1] ?? '127.0.0.1:8080'));
$out = Stream::stdout();
$out->write("Listening on {$server->localAddresses()[0]}; type help\n");

/** Shows the count until a key is pressed; the terminal is as before, whatever ends it. */
$watch = function () use ($out, &$requests): void {
    do {
        $out->write("\r$requests requests, q ends this ");
        try {
            $key = Terminal::readKey(0.5);
        } catch (TimeoutException) {
            $key = ''; // none: the count may have changed
        }
    } while ($key !== 'q' && $key !== null);
    $out->write("\n");
};

do {
    $out->write('> ');
    $line = Stream::stdin()->readLine();
    [$command, $rest] = explode(' ', trim($line ?? 'quit'), 2) + [1 => ''];
    try {
        $out->write(match ($command) {
            'status' => sprintf("%d requests, %.1f MiB\n", $requests, memory_get_usage() / 2 ** 20),
            'greet' => ($greeting = $rest) . " it is\n",
            'password' => ($password = Terminal::readSecret('Password (not shown): ') ?: null) ? "set\n" : "none\n",
            'watch' => (string) Terminal::raw($watch),
            'quit', '' => '',
            default => "status, greet WORD, password, watch, quit\n",
        });
    } catch (StreamException $e) {
        $out->write($e->getMessage() . "\n"); // `watch` needs a terminal
    }
} while ($command !== 'quit');

$server->close();
echo "\nThat were $requests requests.\n";
