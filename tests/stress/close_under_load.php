<?php
/**
 * `php -n tests/stress/close_under_load.php [CONNECTIONS [SECONDS]]`: clients that send one request after the other, while the server
 * gets a SIGTERM. Every request must be answered, and the last answer of each connection say "Connection: close".
 */
require dirname(__DIR__) . '/include/http.inc';

$count = (int) ($argv[1] ?? 100);
$seconds = (float) ($argv[2] ?? 1.0);
$server = http_server();
$request = http_get('/slow?s=0.005');
$clients = $waiting = [];
$answers = $last = $lost = 0;
for ($i = 0; $i < $count; $i++) {
	stream_set_blocking($clients[$i] = http_connect($server), false);
	fwrite($clients[$i], $request);
	$waiting[$i] = true;
}
$end = microtime(true) + $seconds;
for ($told = false; $clients && microtime(true) < $end + 10;) {
	if (!$told && microtime(true) > $end) {
		$told = posix_kill($server->pid, SIGTERM);
	}
	$readable = $clients;
	$none = [];
	stream_select($readable, $none, $none, 0, 50_000);
	foreach ($readable as $i => $client) {
		$answer = fread($client, 8192);
		if (!is_string($answer) || $answer === '') {
			$lost += $waiting[$i];
			unset($clients[$i]);
			continue;
		}
		$answers++;
		$last += $closes = (int) str_contains($answer, "Connection: close\r\n");
		$waiting[$i] = !$closes && @fwrite($client, $request) > 0;
	}
}
echo "$answers answers, $last of $count connections were told, $lost requests without an answer\n";
[$status, $printed] = $server->stop(10, 0);
if ($lost || $last < $count || $clients || $status !== 0 || str_contains($printed, 'cut')) {
	echo "FAIL: $printed\n";
	exit(1);
}
echo "OK\n";
