<?php
/**
 * What one more costs, at a given number of them: `growth.php KIND COUNT` makes that many, measures, ends them, and prints "made ended
 * memory": CPU microseconds an item to make and to end it, and the bytes an item (resident and page tables, of this process).
 */
namespace Evloop\Bench;

use Evloop\{Deferred, Loop, Promise, ServerSocket};
use Evloop\Http\{Response, Server};
use function Evloop\{async, await};

require __DIR__ . '/measure.php';

function bytes(): int
{
	preg_match_all('/^Vm(?:RSS|PTE):\s+(\d+) kB/m', file_get_contents('/proc/self/status'), $sizes);
	return array_sum($sizes[1]) * 1024;
}

/** What is ready runs; what waits for others goes on waiting. */
function settle(): void
{
	for ($i = 0; $i < 3; $i++) {
		Loop::runOnce(false);
	}
}

/** Each kind: what makes that many, and gives back what ends them all. */
$kinds = [
	'coroutines' => function (int $count): \Closure {
		$gate = new Deferred();
		$waiting = 0;
		for ($i = 0; $i < $count; $i++) {
			async(static function () use ($gate, &$waiting): void {
				$waiting++;
				await($gate->promise);
			});
		}
		while ($waiting < $count) {
			Loop::runOnce(false);
		}
		return function () use ($gate): void {
			$gate->resolve();
			Loop::run();
		};
	},
	'timers' => function (int $count): \Closure {
		$watchers = [];
		$nothing = static function (): void {};
		for ($i = 0; $i < $count; $i++) {
			$watchers[] = Loop::delay(1000 + $i % 1000, $nothing);
		}
		return function () use (&$watchers): void {
			foreach ($watchers as $watcher) {
				$watcher->cancel();
			}
			$watchers = [];
			Loop::run();
		};
	},
	'promises' => function (int $count): \Closure {
		$pending = [];
		$next = static fn (int $value): int => $value;
		for ($i = 0; $i < $count; $i++) {
			$pending[] = $deferred = new Deferred();
			$deferred->promise->then($next);
		}
		return function () use (&$pending): void {
			foreach ($pending as $deferred) {
				$deferred->resolve(1);
			}
			$pending = [];
			Loop::run();
		};
	},
	'connections' => function (int $count): \Closure {
		$server = ServerSocket::listen('tcp://0.0.0.0:0');
		$open = $closed = 0;
		$accepting = async(function () use ($server, &$open, &$closed): void {
			while ($socket = $server->accept()) {
				$open++;
				async(function () use ($socket, &$closed): void {
					$socket->read();
					$closed++;
				});
			}
		});
		$client = clients($server->localAddress(), $count);
		while ($open < $count) {
			Loop::runOnce();
		}
		settle();
		return function () use ($client, $server, $count, &$closed): void {
			fclose($client);
			while ($closed < $count) {
				Loop::runOnce();
			}
			$server->close();
			Loop::run();
		};
	},
	'http connections' => function (int $count): \Closure {
		$server = (new Server(static fn (): Response => Response::text('')))->listen('tcp://0.0.0.0:0');
		$client = clients($server->localAddresses()[0], $count);
		while ($server->stats()['connections'] < $count) {
			Loop::runOnce();
		}
		return function () use ($client, $server): void {
			fclose($client);
			while ($server->stats()['connections'] > 0) {
				Loop::runOnce();
			}
			$server->close();
			Loop::run();
		};
	},
];

/** Another process that opens so many connections and closes them when its input ends; one address has 28,000 ports, so it uses many. */
function clients(string $address, int $count)
{
	$port = (int) substr(strrchr($address, ':'), 1);
	$code = 'for ($i = 0; $i < (int) $argv[2]; $i++) {
		$all[] = stream_socket_client("tcp://127.0.0." . (1 + intdiv($i, 20000)) . ":$argv[1]", $code, $text, 60) ?: die("$text\n");
	}
	fgets(STDIN);';
	$process = proc_open([PHP_BINARY, '-n', '-d', 'memory_limit=-1', '-r', $code, (string) $port, (string) $count], [['pipe', 'r'], STDERR, STDERR], $pipes);
	$GLOBALS['processes'][] = $process;
	return $pipes[0];
}

[, $kind, $count] = $argv;
$kinds[$kind](10)(); // What is made once.
$memory = bytes();
$start = cpu();
$end = $kinds[$kind]((int) $count);
$made = cpu() - $start;
$memory = bytes() - $memory;
$start = cpu();
$end();
printf("%.2f %.2f %d\n", $made / $count, (cpu() - $start) / $count, $memory / $count);
