--TEST--
Random reads, writes, timeouts, closes and dropped objects: only our exceptions, and no descriptor left
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, ListenOptions, ServerSocket, Socket, StreamOptions, Timeouts};
use function Evloop\{async, await, delay, suspend};

mt_srand($seed = (int) (getenv('SEED') ?: random_int(1, 1 << 30)));
$operations = [
    fn (Socket $s) => $s->read(mt_rand(0, 1) ? null : mt_rand(1, 5000), mt_rand(0, 3) / 1000),
    fn (Socket $s) => $s->write(str_repeat('x', 1 << mt_rand(0, 20)), mt_rand(0, 3) / 1000),
    fn (Socket $s) => $s->write(str_repeat("line\n", mt_rand(1, 50))),
    fn (Socket $s) => $s->tryWrite(str_repeat('t', mt_rand(0, 3000))),
    fn (Socket $s) => $s->readLine(mt_rand(1, 3000)),
    fn (Socket $s) => $s->readExactly(mt_rand(1, 3000)),
    fn (Socket $s) => $s->drain(mt_rand(0, 3) / 1000),
    function (Socket $s) { foreach ($s as $i => $chunk) { if ($i > 2) break; } },
    fn (Socket $s) => mt_rand(0, 5) ?: $s->end(str_repeat('e', mt_rand(0, 300_000))),
    fn (Socket $s) => mt_rand(0, 9) ?: $s->close(),
    fn (Socket $s) => suspend(),
    fn (Socket $s) => delay(mt_rand(0, 2) / 1000),
];
$user = function (Socket $socket) use ($operations): int {
    for ($i = 0, $done = 0; $i < 20 && !$socket->isClosed(); $i++) {
        try {
            $operations[array_rand($operations)]($socket);
            $done++;
        } catch (Evloop\Exception) {
        }
    }
    return $done;
};
$timeouts = new Timeouts(read: 0.01, write: 0.01);
net_pair();
delay(0.0003);
$before = net_descriptors();
$server = ServerSocket::listen('tcp://127.0.0.1:0', new ListenOptions(maxConnections: 8, timeouts: $timeouts, stream: new StreamOptions(2048, 4096)));
$accepting = async(function () use ($server, $user) {
    while ($socket = $server->accept()) {
        async($user, $socket);
        async($user, $socket);
    }
});
$clients = array_map(fn () => async(function () use ($server, $user, $timeouts) {
    $socket = Socket::connect('tcp://' . $server->localAddress(), new ConnectOptions($timeouts, stream: new StreamOptions(1024, 100_000)));
    $other = async($user, $socket);
    $done = $user($socket) + await($other);
    $socket->close();
    return $done;
}), range(1, 40));
$done = array_sum(array_map(await(...), $clients));
$server->close();
await($accepting);
unset($clients, $accepting, $server);
for ($i = 0; $i < 1000 && net_descriptors() > $before; $i++) {
    delay(0.005); // operations without a timeout end when the other side has gone
    gc_collect_cycles();
}
echo $done > 40 && net_descriptors() === $before ? "fine\n" : "seed $seed: $done done, " . net_descriptors() - $before . " left\n";
?>
--EXPECT--
fine
