--TEST--
Promises of React and Guzzle are adopted, awaited, combined and cancelled, and adopt ours
--EXTENSIONS--
evloop
--SKIPIF--
<?php
foreach (['React', 'GuzzleHttp'] as $library) {
	is_file("/usr/share/php/$library/Promise/autoload.php") || die("skip $library/Promise is not installed");
}
?>
--FILE--
<?php
require '/usr/share/php/React/Promise/autoload.php';
require '/usr/share/php/GuzzleHttp/Promise/autoload.php';
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{Deferred, Loop, Promise};
use GuzzleHttp\Promise as Guzzle;
use React\Promise as React;
use function Evloop\{async, await, delay};

$makers = [
	'React' => function (?callable $on_cancel = null): array {
		$deferred = new React\Deferred($on_cancel);
		return [$deferred->promise(), $deferred->resolve(...), $deferred->reject(...)];
	},
	'Guzzle' => function (?callable $on_cancel = null): array {
		$promise = new Guzzle\Promise(null, $on_cancel);
		return [$promise, $promise->resolve(...), $promise->reject(...)];
	},
];
$adopters = ['React' => React\resolve(...), 'Guzzle' => Guzzle\Create::promiseFor(...)];
$cases = fn (callable $make, callable $adopt) => [
	'awaited' => function () use ($make): string {
		[$promise, $resolve] = $make();
		Loop::delay(0.001, fn () => $resolve('a value'));
		return await($promise);
	},
	'rejected' => function () use ($make): string {
		[$promise, , $reject] = $make();
		$reject(new DomainException('a reason'));
		return await(Promise::resolve($promise)->catch(fn (DomainException $e) => $e->getMessage()));
	},
	'returned by a handler, and by a coroutine' => function () use ($make): string {
		[$promise, $resolve] = $make();
		$children = [Promise::resolve(1)->then(fn () => $promise), async(fn () => $promise)];
		delay(0);
		$resolve('passed on');
		return implode(', ', await(Promise::all($children)));
	},
	'combined with ours' => function () use ($make): string {
		[[$one, $resolve], [$never]] = [$make(), $make()];
		$resolve('first');
		return await(Promise::race([$never, $one])) . ' ' . json_encode(await(Promise::all(['theirs' => $one, 'ours' => async(fn () => 2)])));
	},
	'cancelled with who follows it' => function () use ($make): string {
		[$promise] = $make(function () use (&$told): void {
			$told = 'told';
		});
		$ours = Promise::resolve($promise);
		delay(0);
		$ours->cancel();
		return $told;
	},
	'adopts ours' => function () use ($adopt): string {
		$deferred = new Deferred();
		$theirs = $adopt($deferred->promise)->then(fn (string $value) => "$value, handled by theirs");
		$deferred->resolve('ours');
		return await($theirs);
	},
	'adopts ours, rejected' => function () use ($adopt): string {
		return await($adopt(async(fn () => throw new LogicException('our reason')))->then(null, fn (LogicException $e) => $e->getMessage()));
	},
];
foreach ($makers as $library => $make) {
	echo "$library\n";
	isolated(array_map(fn (callable $case) => function () use ($case): string {
		// Guzzle's handlers wait for somebody to run them; React's do not.
		$turns = Loop::repeat(0.001, fn () => Guzzle\Utils::queue()->run());
		try {
			return $case();
		} finally {
			$turns->cancel();
		}
	}, $cases($make, $adopters[$library])));
}
?>
--EXPECT--
React
awaited: a value
rejected: a reason
returned by a handler, and by a coroutine: passed on, passed on
combined with ours: first {"theirs":"first","ours":2}
cancelled with who follows it: told
adopts ours: ours, handled by theirs
adopts ours, rejected: our reason
Guzzle
awaited: a value
rejected: a reason
returned by a handler, and by a coroutine: passed on, passed on
combined with ours: first {"theirs":"first","ours":2}
cancelled with who follows it: told
adopts ours: ours, handled by theirs
adopts ours, rejected: our reason
