<?php
/**
 * `php -n tests/stress/http_soak.php [SECONDS [CYCLES]]`: examples/http-server.php under wrk with 64 connections, 1,000 connections
 * and 16 pipelined requests, ten seconds each, twice. No error, memory after the last round within 2 % + 1 MiB of the third, as many
 * descriptors as before, and a graceful end. Prints a line a round and ends with 1 at the first thing that is wrong.
 */
require dirname(__DIR__) . '/include/server.inc';

function rss(int $pid): int
{
	preg_match('/^VmRSS:\s+(\d+)/m', file_get_contents("/proc/$pid/status"), $size);
	return (int) $size[1];
}

function descriptors(int $pid): int
{
	return count(scandir("/proc/$pid/fd")) - 2;
}

function fail(string $what): never
{
	fwrite(STDERR, "FAIL: $what\n");
	exit(1);
}

/** One round of wrk; the requests it got answered. */
function load(TestServer $server, int $seconds, int $connections, bool $pipelined): int
{
	$script = $pipelined ? '-s ' . escapeshellarg(dirname(__DIR__, 2) . '/bench/pipeline.lua') : '';
	$output = (string) shell_exec("timeout 120 wrk -t1 -c$connections -d$seconds $script {$server->url()} 2>&1");
	if (preg_match('/Socket errors.*|Non-2xx.*/', $output, $errors)) {
		fail("$connections connections" . ($pipelined ? ', pipelined' : '') . ": $errors[0]");
	}
	if (!preg_match('/(\d+) requests in/', $output, $requests)) {
		fail("wrk: $output");
	}
	return (int) $requests[1];
}

/** The connections of wrk are gone for the server a moment after wrk has ended. */
function settled(TestServer $server, int $before): int
{
	$deadline = microtime(true) + 5;
	while (descriptors($server->pid) > $before && microtime(true) < $deadline) {
		usleep(20_000);
	}
	return descriptors($server->pid);
}

$seconds = (int) ($argv[1] ?? 10);
$cycles = (int) ($argv[2] ?? 2);
$server = new TestServer(dirname(__DIR__, 2) . '/examples/http-server.php', '127.0.0.1:0');
/* With the first connection the listener opens one more, to keep it in reserve. */
$before = descriptors($server->pid) + 1;
file_get_contents($server->url()) || fail('the first request was not answered');
settled($server, $before);
$sizes = [];

for ($cycle = 0; $cycle < $cycles; $cycle++) {
	foreach ([[64, false], [1000, false], [64, true]] as [$connections, $pipelined]) {
		$requests = load($server, $seconds, $connections, $pipelined);
		$left = settled($server, $before);
		$sizes[] = rss($server->pid);
		printf("%4d connections%s: %d requests, RSS %d KiB, %d descriptors\n", $connections, $pipelined ? ', 16 pipelined' : '', $requests, end($sizes), $left);
		if ($left > $before) {
			fail("$left descriptors are open, $before were before the load");
		}
	}
}

if (end($sizes) > $sizes[2] * 1.02 + 1024) {
	fail("RSS grew from $sizes[2] KiB after the third round to " . end($sizes) . ' KiB');
}
[$status, $printed] = $server->stop();
echo $printed;
if ($status !== 0) {
	fail("the server ended with status $status");
}
echo "OK\n";
