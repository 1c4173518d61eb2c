<?php
/**
 * A small JSON API: notes that are kept in memory.
 *
 *     php -d extension=evloop examples/json-api.php [ADDRESS]      (127.0.0.1:8080 by default)
 *
 *     curl -d '{"text": "buy milk"}' http://127.0.0.1:8080/notes
 *     curl -X DELETE http://127.0.0.1:8080/notes/1
 */
use Evloop\Http\{Request, Response, Server, ServerOptions};
use Evloop\{Loop, Watcher};

$notes = [];

function problem(int $status, string $detail): Response
{
    return Response::json(['detail' => $detail], $status, ['Content-Type' => 'application/problem+json']);
}

function add(Request $request, array &$notes): Response
{
    try {
        $text = $request->json()['text'] ?? null; // what is too large, too slow or no HTTP is answered by the server
    } catch (JsonException $error) {
        return problem(400, $error->getMessage());
    }
    if (!is_string($text)) {
        return problem(422, '"text" must be a string');
    }
    $id = array_key_last($notes) + 1;
    return Response::json($notes[$id] = ['id' => $id, 'text' => $text], 201, ['Location' => "/notes/$id"]);
}

$server = new Server(function (Request $request) use (&$notes): Response|array {
    if (!preg_match('~^/notes(?:/(\d+))?$~D', $request->path, $match)) {
        return problem(404, 'there is only /notes');
    }
    $id = $match[1] ?? null;
    if ($id !== null && !isset($notes[$id])) {
        return problem(404, "there is no note $id");
    }
    switch ($request->method . ($id ? '/id' : '')) {
        case 'GET':       return array_values($notes);
        case 'GET/id':    return $notes[$id];
        case 'POST':      return add($request, $notes);
        case 'DELETE/id': unset($notes[$id]); return new Response(204);
    }
    return problem(405, "no $request->method here")->withHeader('Allow', $id ? 'GET, DELETE' : 'GET, POST');
}, new ServerOptions(maxBody: 65536));

$server->listen('tcp://' . ($argv[1] ?? '127.0.0.1:8080'));
echo "Listening on http://{$server->localAddresses()[0]}/notes (stop with Ctrl-C)\n";
$stop = function (int $signal, Watcher $watcher) use ($server): void {
    $watcher->cancel();
    $server->close(10.0);
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
