<?php
// 10,000 sockets with a watcher each, one percent of them active in a round, then two. They are sent a datagram, then their watchers
// read it; the CPU time of the reading counts. Only the active ones may cost: twice as many, about twice the time.
require __DIR__ . '/measure.php';

use Evloop\Loop;
use function Evloop\Bench\cpu;

const SOCKETS = 10_000;
const ROUNDS = 50;
$left = 0;
$sockets = [];

/** With a port of its own: the kernel may give one that is in use, since PHP allows that. */
function bound(array &$sockets)
{
	do {
		$socket = @stream_socket_server('udp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND)
			?: exit('needs ulimit -n ' . (SOCKETS + 100) . "\n");
		$name = stream_socket_get_name($socket, false);
	} while (isset($sockets[$name]));
	return $sockets[$name] = $socket;
}

for ($i = 0; $i < SOCKETS; $i++) {
	Loop::onReadable(bound($sockets), static function ($stream) use (&$left): void {
		stream_socket_recvfrom($stream, 16);
		$left--;
	});
}
$names = array_keys($sockets);
$sender = bound($sockets);

$rounds = function (int $active) use ($sender, $names, &$left): float {
	$spent = 0;
	for ($round = 0; $round < ROUNDS; $round++) {
		for ($left = 0; $left < $active; $left++) {
			stream_socket_sendto($sender, 'x', 0, $names[($round * 17 + $left * intdiv(SOCKETS, $active)) % SOCKETS]);
		}
		$start = cpu();
		while ($left > 0) {
			Loop::runOnce();
		}
		$spent += cpu() - $start;
	}
	return $spent / ROUNDS;
};
$one = $two = INF;
for ($i = 0; $i < 5; $i++) {
	$one = min($one, $rounds(SOCKETS / 100));
	$two = min($two, $rounds(SOCKETS / 50));
}
printf("1 %%: %.0f us, 2 %%: %.0f us, %.2f x\n", $one, $two, $two / $one);
exit();
