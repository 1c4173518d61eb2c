<?php
/**
 * Serves the files of a folder, with listings; ranges, ETag and conditional requests included.
 *
 *     php -d extension=evloop examples/file-server.php [FOLDER [ADDRESS]]      (. and 127.0.0.1:8080 by default)
 *
 * Try it with `curl -C - -O http://127.0.0.1:8080/some-large-file`. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\Http\{Request, Response, Server};
use Evloop\{Loop, Watcher};

$root = realpath($argv[1] ?? '.') ?: exit("There is no folder $argv[1]\n");

function answer(Request $request, string $root): Response
{
    if ($request->method !== 'GET' && $request->method !== 'HEAD') {
        return Response::text("Only GET and HEAD\n", 405)->withHeader('Allow', 'GET, HEAD');
    }
    $path = rawurldecode($request->path);
    if (!str_ends_with($path, '/')) {
        $file = Response::file($path, $request, $root);
        return $file->status === 404 && is_listed($root, $path) ? Response::redirect("$request->path/", 301) : $file;
    }
    $index = Response::file("{$path}index.html", $request, $root);
    return $index->status === 404 && is_listed($root, $path) ? listing($root, $path) : $index;
}

/** A folder below the root without hidden parts; the files in it are checked by Response::file() itself. */
function is_listed(string $root, string $path): bool
{
    return !preg_match('~/\.|\0~', $path) && is_dir($root . $path) && str_starts_with(realpath($root . $path) . '/', rtrim($root, '/') . '/');
}

function listing(string $root, string $path): Response
{
    $items = '';
    foreach (scandir($root . $path) as $name) {
        if ($name[0] !== '.') {
            $name .= is_dir("$root$path/$name") ? '/' : '';
            $items .= sprintf("<li><a href=\"./%s\">%s</a>\n", str_replace('%2F', '/', rawurlencode($name)), htmlspecialchars($name));
        }
    }
    $title = htmlspecialchars($path);
    return Response::html("<!doctype html><meta charset=utf-8><title>$title</title><h1>$title</h1><ul>\n$items</ul>\n");
}

$server = new Server(fn (Request $request) => answer($request, $root));
Loop::setErrorHandler(fn (Throwable $error) => fwrite(STDERR, "$error\n"));
$server->listen('tcp://' . ($argv[2] ?? '127.0.0.1:8080'));
echo "Serving $root on http://{$server->localAddresses()[0]}/ (stop with Ctrl-C)\n";
$stop = function (int $signal, Watcher $watcher) use ($server): void {
    $watcher->cancel(); // a second signal ends the process at once
    $server->close(10.0);
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
