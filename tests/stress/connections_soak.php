<?php
/**
 * `php -n tests/stress/connections_soak.php [COUNT]`: examples/http-server.php has to accept and close 1,000,000 connections, each for
 * one request. No error, memory after the last round within 2 % + 1 MiB of the third, and as many descriptors as before.
 */
require dirname(__DIR__) . '/include/soak.inc';

$count = (int) ($argv[1] ?? 1_000_000);
[$server, $before] = start();
$sizes = [];

for ($done = 0; $done < $count || count($sizes) < 3; ) {
	$done += wrk($server, 10, '-c64', '-H', 'Connection: close');
	$left = settled($server, $before);
	$sizes[] = rss($server->pid);
	printf("%8d connections, RSS %d KiB, %d descriptors\n", $done, end($sizes), $left);
	if ($left > $before) {
		fail("$left descriptors are open, $before were before the load");
	}
}

checkMemory($sizes);
finish($server);
