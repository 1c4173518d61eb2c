<?php
/**
 * A pool of connections to a small key-value server that runs in the same process.
 *
 *     php -d extension=evloop examples/pool.php
 *
 * Prints what 20 coroutines got over 3 connections.
 */
use Evloop\{Loop, Pool, ServerSocket, Socket};
use function Evloop\{async, await};

$server = ServerSocket::listen('tcp://127.0.0.1:0');
async(function () use ($server): void {
    foreach ($server as $socket) {
        async(function () use ($socket): void {
            while (($key = $socket->readLine()) !== null) {
                $socket->write(strlen($key) . " letters in $key\n");
            }
        });
    }
});

$pool = new Pool(
    create: fn () => Socket::connect("tcp://{$server->localAddress()}"),
    max: 3,
    check: fn (Socket $socket) => !$socket->isClosed(),
    destroy: fn (Socket $socket) => $socket->close(),
);
$ask = fn (string $key): string => $pool->use(function (Socket $socket) use ($key): string {
    $socket->write("$key\n");
    return $socket->readLine();
});

foreach (range(1, 20) as $i) {
    $answers[] = async($ask, str_repeat('x', $i));
}
echo implode("\n", array_map(await(...), $answers)), "\n";
printf("%d connections were made\n", $pool->stats()['created']);
$pool->close();
$server->close();
Loop::run();
