<?php
/**
 * Uploads: a form with files, and PUT of one file of any size that is written as it comes, in little memory.
 *
 *     php -d extension=evloop examples/upload.php [ADDRESS [FOLDER]]      (127.0.0.1:8080 and a new temporary folder by default)
 *
 *     curl -F title=Holiday -F pictures[]=@a.jpg -F pictures[]=@b.jpg http://127.0.0.1:8080/
 *     curl -T large.iso http://127.0.0.1:8080/large.iso
 */
use Evloop\Http\{Request, Response, Server, ServerOptions, UploadedFile};
use Evloop\{Loop, Watcher};

$folder = $argv[2] ?? sys_get_temp_dir() . '/evloop-upload-' . getmypid();
is_dir($folder) || mkdir($folder, 0700);

/** A form is in memory as a whole, so it gets a limit of its own: the Content-Length, which the server holds the client to. */
function form(Request $request, string $folder): Response|array
{
    if ((int) ($request->header('content-length') ?? PHP_INT_MAX) > 8 << 20) {
        return Response::text("A form must say its length, and have 8 MiB at most\n", 413);
    }
    $form = $request->form();
    $files = array_filter($form['pictures'] ?? [], fn ($file) => $file instanceof UploadedFile);
    foreach ($files as $file) {
        file_put_contents($folder . '/' . sha1($file->content), $file->content); // its own name is what the client says
    }
    return ['title' => $form['title'] ?? null, 'files' => array_map(fn ($file) => [$file->name, $file->type, strlen($file->content)], $files)];
}

function store(Request $request, string $folder): Response
{
    if (!preg_match('~^/[\w-][\w.-]*$~D', $request->path)) {
        return Response::text("That is no name\n", 400);
    }
    $part = tempnam($folder, '.part');
    $file = fopen($part, 'w');
    try {
        foreach ($request->body() as $chunk) { // the client waits while we write
            fwrite($file, $chunk);
        }
        rename($part, $folder . $request->path);
    } finally {
        is_file($part) && unlink($part); // it did not come whole: the exception says why and gives the status
    }
    return Response::text(ftell($file) . " bytes\n", 201);
}

$server = new Server(fn (Request $request) => match ($request->method) {
    'POST' => form($request, $folder), 'PUT' => store($request, $folder), default => Response::text("POST a form or PUT a file\n", 405),
}, new ServerOptions(maxBody: 1 << 40));
$server->listen('tcp://' . ($argv[1] ?? '127.0.0.1:8080'));
echo "Listening on http://{$server->localAddresses()[0]}/ (stop with Ctrl-C), files go to $folder\n";
$stop = function (int $signal, Watcher $watcher) use ($server): void {
    $watcher->cancel();
    $server->close(10.0);
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
