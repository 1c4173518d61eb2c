<?php
// 10,000 sockets in the event style, of which 1 %, then 2 % get a byte each round: by how much the cost of a round grows. It is to
// grow with those that are active, not with those that are watched.
use Evloop\Socket;
use function Evloop\delay;

const WATCHED = 10_000;

function cpu(): float
{
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

$watched = min(WATCHED, intdiv((int) shell_exec('ulimit -n') - 100, 2));
$got = 0;
$peers = [];
for ($i = 0; $i < $watched; $i++) {
	[$socket, $peers[]] = Socket::pair();
	$socket->on('data', static function () use (&$got): void { $got++; });
}
unset($socket);

$rounds = 100;
$cost = [];
foreach ([1, 2, 1, 2, 1, 2] as $percent) {
	$active = intdiv($watched * $percent, 100);
	$start = cpu();
	for ($round = 0; $round < $rounds; $round++) {
		$until = $got + $active;
		for ($i = 0; $i < $active; $i++) {
			$peers[($round * 37 + $i * 50) % $watched]->write('x');
		}
		while ($got < $until) {
			Evloop\suspend();
		}
	}
	$cost[$percent] = min($cost[$percent] ?? INF, (cpu() - $start) / $rounds);
}
fprintf(STDERR, "%d watched: %.0f us a round with 1 %%, %.0f us with 2 %%\n", $watched, $cost[1], $cost[2]);
printf("%.2f x\n", $cost[2] / $cost[1]);
exit(0); // or they are listened to for ever
