<?php
/**
 * `./dev faults` runs this: each scenario of this folder again and again, with the first, the second, the third ... call of a kind
 * failing, until none is left to fail. However a run ends, it is with its result, or with an exception or a fatal error as PHP tells
 * them: a signal, a hang, or something that the debug build finds left over is a failure. A kind of which nothing was hit is one, too.
 *
 *     php sweep.php EXTENSION SHIM MEMORY [STEP] [scenario:kind ...]      STEP: only each so many-th place
 */
const SCENARIOS = ['timer', 'promise', 'echo', 'tls', 'events', 'udp', 'process', 'http', 'file'];
const KINDS = ['malloc', 'socket', 'epoll', 'accept', 'fork', 'stack', 'io', 'disk', 'files', 'memory'];
const NOT_THERE = ['timer:accept', 'promise:accept', 'timer:io', 'promise:io', 'udp:accept', 'process:accept', 'process:io', 'file:accept', 'file:io',
	'timer:fork', 'promise:fork', 'echo:fork', 'tls:fork', 'events:fork', 'udp:fork', 'http:fork', 'file:fork']; // they accept, or start, nothing
const ERRORS = ['accept' => [24, 103, 105], 'disk' => [4, 5, 28]]; // EMFILE, ECONNABORTED, ENOBUFS; EINTR, EIO, ENOSPC
const MISSES = 3; // one may be the chance of a busy machine
const LIMIT = 8; // seconds for one run

final class Run
{
	public readonly float $started;
	private $process;
	private $output;
	private string $log;

	public function __construct(private string $scenario, private string $kind, private int $place, private string $extra)
	{
		[, $extension, $shim, $memory] = $GLOBALS['argv'];
		$command = [PHP_BINARY, '-n', '-d', "extension=$extension", '-d', 'log_errors=0', '-d', 'display_errors=1'];
		$environment = getenv() + ['USE_ZEND_ALLOC' => '1'];
		$this->log = tempnam(sys_get_temp_dir(), 'faults');
		file_put_contents($this->log, str_repeat("\0", 16));
		if ($kind === 'memory') {
			array_push($command, '-d', "extension=$memory");
			$environment['EVLOOP_FAIL_AT'] = (string) $place;
		} else {
			$environment += ['LD_PRELOAD' => $shim, 'EVLOOP_FAULT' => "$kind:$place$extra", 'EVLOOP_FAULT_LOG' => $this->log];
		}
		$this->output = tmpfile();
		$this->started = microtime(true);
		$files = [['file', '/dev/null', 'r'], $this->output, $this->output];
		$this->process = proc_open([...$command, __DIR__ . "/$scenario.php"], $files, $pipes, null, $environment);
	}

	/** Null while it runs; then [whether a fault was hit, what is wrong or null]. */
	public function result(): ?array
	{
		$status = proc_get_status($this->process);
		$hangs = $status['running'] && microtime(true) - $this->started > LIMIT;
		if ($status['running'] && !$hangs) {
			return null;
		}
		if ($hangs) {
			proc_terminate($this->process, SIGKILL);
		}
		rewind($this->output);
		$text = stream_get_contents($this->output);
		$hit = $this->kind === 'memory' ? str_contains($text, '[fell at') : unpack('P2', file_get_contents($this->log))[2] > 0;
		unlink($this->log);
		$wrong = match (true) {
			$hangs => 'it hangs',
			$status['signaled'] => "signal {$status['termsig']}",
			(bool) preg_match('/^evloop: /m', $text) => 'something is left over',
			$status['exitcode'] === 0 => str_contains($text, "done\n") ? null : 'it ended before its end',
			(bool) preg_match('/^(PHP )?Fatal error: |Out of memory/m', $text) => null,
			default => "status {$status['exitcode']} without a reason",
		};
		$repeat = $this->kind === 'memory' ? "EVLOOP_FAIL_AT=$this->place" : "EVLOOP_FAULT=$this->kind:$this->place$this->extra";
		return [$hit, $wrong !== null ? "$this->scenario, $repeat: $wrong\n" . preg_replace('/^/m', '      ', substr($text, -1500)) : null];
	}
}

/** Goes on until several places in a row are not hit. The number of places that were, and what was wrong with them. */
function sweep(string $scenario, string $kind, string $extra, int $step, int $parallel): array
{
	$running = $failures = [];
	$hits = $misses = 0;
	for ($place = 1; $misses < MISSES || $running; ) {
		while ($misses < MISSES && count($running) < $parallel) {
			$running[] = new Run($scenario, $kind, $place, $extra);
			$place += $step;
		}
		usleep(2000);
		foreach ($running as $i => $run) {
			if (($result = $run->result()) !== null) {
				unset($running[$i]);
				$hits += $result[0];
				$misses = $result[0] ? 0 : $misses + 1;
				$failures[] = $result[1];
			}
		}
	}
	return [$hits, array_filter($failures)];
}

$step = (int) ($argv[4] ?? 1);
$asked = array_slice($argv, 5);
$parallel = max(2, (int) shell_exec('nproc'));
$passed = $failed = 0;
foreach (SCENARIOS as $scenario) {
	foreach (KINDS as $kind) {
		if (in_array("$scenario:$kind", NOT_THERE) || ($kind === 'disk' && $scenario !== 'file') || ($asked && !in_array("$scenario:$kind", $asked))) {
			continue;
		}
		$started = microtime(true);
		foreach (ERRORS[$kind] ?? [null] as $error) {
			[$hits, $failures] = sweep($scenario, $kind, $error === null ? '' : ":$error", $step, $parallel);
			printf("%-8s %-7s %-4s %5d faults, %d wrong, %.1f s\n", $scenario, $kind, $error, $hits, count($failures), microtime(true) - $started);
			foreach (array_slice($failures, 0, 5) as $failure) {
				echo "   $failure\n";
			}
			if ($hits === 0) {
				echo "   no fault was hit: nothing is proven\n";
			}
			$passed += $hits - count($failures);
			$failed += count($failures) + ($hits === 0);
		}
	}
}
echo "faults: $passed passed, $failed failed\n";
