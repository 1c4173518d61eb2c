--TEST--
A thousand idle connections cost fewer than 20 system calls in ten seconds, and no processor time
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS !== 'Linux') die('skip reads /proc');
if (trim((string) shell_exec('ulimit -n 3000 2>&1 && echo may')) !== 'may') die('skip needs 3,000 descriptors');
?>
--FILE--
<?php
$code = <<<'CODE'
use Evloop\Http\{Response, Server};
use Evloop\{Loop, ServerSocket, Socket};
use function Evloop\{async, delay};

$server = new Server(fn () => Response::text('hello'));
$server->listen('tcp://127.0.0.1:0');
$listener = ServerSocket::listen('tcp://127.0.0.1:0');
$clients = [];
for ($i = 0; $i < 500; $i++) {
	// Kept alive by the server, and waited for with a timeout.
	$clients[] = $client = Socket::connect('tcp://' . $server->localAddresses()[0]);
	$client->write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
	$client->readExactly(1);
	$clients[] = Socket::connect('tcp://' . $listener->localAddress());
	$accepted = $listener->accept();
	async(fn () => $accepted->read(timeout: 60.0));
}
delay(0.1);

/** Voluntary switches are calls that waited; a tick is one poll, with two or three more around it. */
$counts = function (): array {
	preg_match('/^voluntary_ctxt_switches:\s*(\d+)/m', file_get_contents('/proc/self/status'), $switches);
	$usage = getrusage();
	return [Loop::metrics()['ticks'], (int) $switches[1],
		($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']];
};
$before = $counts();
delay(10);
[$ticks, $waits, $time] = array_map(fn ($after, $before) => $after - $before, $counts(), $before);
echo $ticks < 5 ? "idle\n" : "$ticks ticks\n", $waits < 10 ? "asleep\n" : "$waits waits\n", $time < 20_000 ? "free\n" : "$time us\n";
exit();
CODE;
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
passthru("ulimit -n 3000; exec $php -r " . escapeshellarg($code));
?>
--EXPECT--
idle
asleep
free
