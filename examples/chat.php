<?php
/**
 * A chat over a Unix socket: each line that somebody writes goes to all the others.
 *
 *     php -d extension=evloop examples/chat.php [PATH]      (/tmp/evloop-chat.sock by default)
 *
 * Try it with `nc -U /tmp/evloop-chat.sock` in two terminals. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\{ListenOptions, Loop, ServerSocket, Socket, StreamException};
use function Evloop\async;

$path = $argv[1] ?? '/tmp/evloop-chat.sock';
$server = ServerSocket::listen("unix://$path", new ListenOptions(unixMode: 0600));
echo "Listening on $path (stop with Ctrl-C)\n";

/** @var array<string, Socket> $members */
$members = [];
$tell = function (string $text, ?string $but = null) use (&$members): void {
    foreach ($members as $name => $member) {
        // Who does not read misses lines, and holds nobody up.
        (string) $name !== $but && $member->isWritable() && $member->tryWrite("$text\n");
    }
};

$talk = function (Socket $socket) use (&$members, $tell): void {
    $name = null;
    try {
        $socket->write("Who are you?\n");
        $name = $socket->readLine(40);
        if ($name === null || $name === '' || isset($members[$name])) {
            $socket->end("There is somebody of that name.\n");
            return;
        }
        $members[$name] = $socket;
        $tell("* $name is here");
        while (($line = $socket->readLine(1000)) !== null) {
            $tell("$name: $line", $name);
        }
    } catch (StreamException) {
        // gone, or too long a line
    } finally {
        if ($name !== null && ($members[$name] ?? null) === $socket) {
            unset($members[$name]);
            $tell("* $name has left");
        }
        $socket->close();
    }
};

$server->on('connection', $talk); // a listener may wait: each connection has a callback of its own
$stop = function () use ($server): void {
    $server->close();
    Loop::stop();
};
Loop::onSignal(2, $stop);
Loop::onSignal(15, $stop);
Loop::run();
