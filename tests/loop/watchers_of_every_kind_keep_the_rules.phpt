--TEST--
Each rule of watchers holds for each kind of them
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{DeadlockException, Deferred, Loop, LoopException, Watcher};
use function Evloop\{await, delay};

[$near, $far] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($far, 'never read');
$kinds = [
	'defer' => Loop::defer(...),
	'delay' => fn (callable $callback) => Loop::delay(0.001, $callback),
	'repeat' => fn (callable $callback) => Loop::repeat(0.001, $callback),
	'readable' => fn (callable $callback) => Loop::onReadable($near, $callback),
	'writable' => fn (callable $callback) => Loop::onWritable($near, $callback),
	'signal' => fn (callable $callback) => Loop::onSignal(SIGWINCH, $callback),
];
/** Makes every enabled watcher ready, and waits until all have fired that will. */
function fire(): void
{
	posix_kill(getmypid(), SIGWINCH);
	delay(0.01);
}

/** How often a watcher of this kind fires when $change was done to it, and the watcher. */
function count_fired(callable $make, callable $change, ?callable $inside = null): array
{
	$fired = 0;
	$watcher = $make(function (mixed ...$arguments) use (&$fired, $inside): void {
		$fired++;
		$inside === null ? end($arguments)->cancel() : $inside(end($arguments));
	});
	$change($watcher, $fired);
	fire();
	return [$fired, $watcher];
}
$rules = [
	'fires, and not inside the call that makes it' => function (callable $make): bool {
		[$fired] = count_fired($make, function (Watcher $watcher, int $before) use (&$early): void {
			$early = $before;
		});
		return $fired === 1 && $early === 0;
	},
	'lives without a variable' => function (callable $make): bool {
		$fired = 0;
		$make(function (mixed ...$arguments) use (&$fired): void {
			$fired++;
			end($arguments)->cancel();
		});
		fire();
		return $fired === 1;
	},
	'disabled: never fires' => function (callable $make): bool {
		[$fired, $watcher] = count_fired($make, fn (Watcher $watcher) => $watcher->disable()->disable());
		return $fired === 0 && !$watcher->isEnabled() && !$watcher->isCancelled();
	},
	'enabled again: fires, in a later tick' => function (callable $make): bool {
		$at = $ticks = 0;
		count_fired($make, function (Watcher $watcher) use (&$at): void {
			$watcher->disable();
			fire();
			Loop::defer(function () use ($watcher, &$at): void {
				$at = Loop::metrics()['ticks'];
				$watcher->enable()->enable();
			});
			Loop::queue(posix_kill(...), getmypid(), SIGWINCH);
			delay(0);
		}, function (Watcher $watcher) use (&$ticks): void {
			$ticks = Loop::metrics()['ticks'];
			$watcher->cancel();
		});
		return $at > 0 && $ticks > $at;
	},
	'cancelled: never fires again, and is not enabled' => function (callable $make): bool {
		[$fired, $watcher] = count_fired($make, function (Watcher $watcher): void {
			$watcher->cancel();
			Loop::cancel($watcher);
		});
		try {
			$watcher->enable();
		} catch (LoopException) {
			return $fired === 0 && $watcher->isCancelled() && !$watcher->isEnabled();
		}
		return false;
	},
	'cancelled by another that was ready with it' => function (callable $make): bool {
		$fired = 0;
		$pair = [];
		for ($i = 0; $i < 2; $i++) {
			$pair[$i] = $make(function () use (&$fired, &$pair, $i): void {
				$fired++;
				$pair[0]->cancel();
				$pair[1]->cancel();
			});
		}
		fire();
		return $fired === 1;
	},
	'disabled inside, enabled later: fires again, unless it fires but once' => function (callable $make): bool {
		[$fired, $watcher] = count_fired($make, fn () => null, fn (Watcher $watcher) => $watcher->disable());
		if ($watcher->isCancelled()) {
			return $fired === 1;
		}
		$watcher->enable();
		fire();
		$watcher->cancel();
		return $fired === 1 && !$watcher->isEnabled();
	},
	'unreferenced: fires, and the loop ends without it' => function (callable $make): bool {
		[$fired, $watcher] = count_fired($make, fn (Watcher $watcher) => $watcher->unreference()->unreference());
		try {
			Loop::isolate(function () use ($make): void {
				$make(fn () => null)->unreference();
				await((new Deferred())->promise);
			});
		} catch (DeadlockException) {
			return $fired === 1 && !$watcher->isReferenced();
		}
		return false;
	},
	'throws: the error handler is told, the others go on' => function (callable $make): bool {
		$told = [];
		Loop::setErrorHandler(function (Throwable $error) use (&$told): void {
			$told[] = $error->getMessage();
		});
		[$fired] = count_fired($make, fn () => null, function (Watcher $watcher): void {
			$watcher->cancel();
			throw new Exception('thrown');
		});
		return $fired === 1 && $told === ['thrown'];
	},
];
foreach ($rules as $rule => $holds) {
	echo $rule, ':';
	isolated(array_map(fn (callable $make) => fn () => $holds($make), $kinds),
		fn (string $kind, mixed $result) => print(" $kind" . ($result === true ? '' : '! ' . json_encode($result))));
	echo "\n";
}
?>
--EXPECT--
fires, and not inside the call that makes it: defer delay repeat readable writable signal
lives without a variable: defer delay repeat readable writable signal
disabled: never fires: defer delay repeat readable writable signal
enabled again: fires, in a later tick: defer delay repeat readable writable signal
cancelled: never fires again, and is not enabled: defer delay repeat readable writable signal
cancelled by another that was ready with it: defer delay repeat readable writable signal
disabled inside, enabled later: fires again, unless it fires but once: defer delay repeat readable writable signal
unreferenced: fires, and the loop ends without it: defer delay repeat readable writable signal
throws: the error handler is told, the others go on: defer delay repeat readable writable signal
