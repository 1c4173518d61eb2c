<?php
// The HTTP server, hello or another answer: prints its port, and on SIGTERM its CPU time and the requests served since then.
use Evloop\Http\Request;
use Evloop\Http\Server;
use Evloop\ListenOptions;
use Evloop\Loop;
use Evloop\TlsOptions;

$requests = 0;
$cpu = static function (): int {
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
};

$rows = array_map(static fn (int $i): array => ['id' => $i, 'name' => "item number $i", 'price' => 9.75, 'tags' => ['a', 'b']], range(1, 16));
$text = str_repeat('0123456789', 1024);
$piece = substr($text, 0, 1024);
$pieces = static function () use ($piece): Generator {
	for ($i = 0; $i < 10; $i++) {
		yield $piece;
	}
};
$answers = ['json' => static fn () => $rows, '10k' => static fn () => $text, 'stream' => $pieces, 'echo' => static fn (Request $request) => $request->text()];
$answer = $answers[$argv[1] ?? ''] ?? null;

$server = new Server(!$answer ? static function (Request $request) use (&$requests): string {
	$requests++;
	return 'Hello, World!';
} : static function (Request $request) use (&$requests, $answer): mixed {
	$requests++;
	return $answer($request);
});
$secret = ($argv[1] ?? '') === 'tls' ? new ListenOptions(tls: new TlsOptions(local_cert: $argv[2])) : null;
$server->listen('tcp://127.0.0.1:0', $secret);
echo preg_replace('/.*:/', '', $server->localAddresses()[0]), "\n";

$start = $cpu();
Loop::onSignal(15, static function () use (&$requests, $cpu, $start): never {
	printf("cpu_us=%d requests=%d\n", $cpu() - $start, $requests);
	exit(0);
});
Loop::run();
