<?php
// The HTTP hello server: prints its port, and on SIGTERM its CPU time and the requests served since then.
use Evloop\Http\Request;
use Evloop\Http\Server;
use Evloop\Loop;

$requests = 0;
$cpu = static function (): int {
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
};

$server = new Server(static function (Request $request) use (&$requests): string {
	$requests++;
	return 'Hello, World!';
});
$server->listen('tcp://127.0.0.1:0');
echo preg_replace('/.*:/', '', $server->localAddresses()[0]), "\n";

$start = $cpu();
Loop::onSignal(15, static function () use (&$requests, $cpu, $start): never {
	printf("cpu_us=%d requests=%d\n", $cpu() - $start, $requests);
	exit(0);
});
Loop::run();
