<?php
/**
 * `php -n tests/stress/http_soak.php [SECONDS [CYCLES]]`: examples/http-server.php under wrk with 64 connections, 1,000 connections
 * and 16 pipelined requests, ten seconds each, twice. No error, memory after the last round within 2 % + 1 MiB of the third, as many
 * descriptors as before, and a graceful end. Prints a line a round.
 */
require dirname(__DIR__) . '/include/soak.inc';

$seconds = (int) ($argv[1] ?? 10);
$cycles = (int) ($argv[2] ?? 2);
$rounds = [
	'64 connections' => ['-c64'],
	'1000 connections' => ['-c1000'],
	'16 pipelined' => ['-c64', '-s', dirname(__DIR__, 2) . '/bench/pipeline.lua'],
];
[$server, $before] = start();
$sizes = [];

for ($cycle = 0; $cycle < $cycles; $cycle++) {
	foreach ($rounds as $name => $options) {
		$requests = wrk($server, $seconds, ...$options);
		$left = settled($server, $before);
		$sizes[] = rss($server->pid);
		printf("%-17s %8d requests, RSS %d KiB, %d descriptors\n", $name, $requests, end($sizes), $left);
		if ($left > $before) {
			fail("$left descriptors are open, $before were before the load");
		}
	}
}

checkMemory($sizes);
finish($server);
